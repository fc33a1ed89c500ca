namespace Stance.Tests;

/// <summary>The real articles and public data sets that lie beside the project, not in it.</summary>
internal static class SharedData
{
    /// <summary>Root of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    private static string Root => Environment.GetEnvironmentVariable("STANCE_SHARED") ?? Path.Combine(Repository, "..", "shared");

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Whether <c>python3</c> is on the path.</summary>
    public static bool HasPython { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "python3")));

    private static string FindRepository()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Stance.sln")))
                return folder;
        throw new InvalidOperationException("the tests do not run from within the repository");
    }
}

/// <summary>A test that reads a file of the shared data; where that is missing it is skipped, visibly.</summary>
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string file)
    {
        if (!File.Exists(SharedData.PathOf(file)))
            Skip = $"{file} is not here (set STANCE_SHARED)";
        else if (file.EndsWith(".py", StringComparison.Ordinal) && !SharedData.HasPython)
            Skip = $"{file} needs python3, which is not here";
    }
}
