namespace Stance.Extensions.DependencyInjection;

/// <summary>Calls back once files have changed and been left alone for a while.</summary>
internal sealed class FileChanges : IDisposable
{
    private readonly List<FileSystemWatcher> watchers = [];
    private readonly Timer timer;

    public FileChanges(IEnumerable<string> files, TimeSpan settle, Action changed)
    {
        timer = new Timer(_ => changed());
        foreach (var folder in files.Select(Path.GetFullPath).GroupBy(f => Path.GetDirectoryName(f)!, StringComparer.Ordinal).Where(g => Directory.Exists(g.Key)))
        {
            var names = folder.Select(f => Path.GetFileName(f)).ToHashSet(StringComparer.Ordinal);
            // A file is replaced by renaming another: the folder is watched, not the file.
            var watcher = new FileSystemWatcher(folder.Key) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
            void On(string? name)
            {
                if (name is not null && names.Contains(name))
                    timer.Change(settle, Timeout.InfiniteTimeSpan);
            }
            watcher.Changed += (_, e) => On(e.Name);
            watcher.Created += (_, e) => On(e.Name);
            watcher.Renamed += (_, e) => On(e.Name);
            // Events were lost: any file may have changed.
            watcher.Error += (_, _) => timer.Change(settle, Timeout.InfiniteTimeSpan);
            watcher.EnableRaisingEvents = true;
            watchers.Add(watcher);
        }
    }

    public void Dispose()
    {
        watchers.ForEach(w => w.Dispose());
        timer.Dispose();
    }
}
