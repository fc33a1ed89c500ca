using System.Diagnostics;
using System.Text;

namespace Stance.Tests;

/// <summary>What a run of the tool left behind.</summary>
internal sealed record ToolRun(int ExitCode, string Out, string Error);

/// <summary>Runs the built <c>stance</c> tool as a process of its own, in a folder of its own.</summary>
internal sealed class StanceTool : IDisposable
{
    /// <summary>Where it runs; it and all in it is deleted in the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("stance-tool-").FullName;

    /// <summary>Environment variables that it gets beside the present ones.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of all files and folders in the folder, in order, relative to it.</summary>
    public List<string> Entries => [.. Directory.EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Select(e => Path.GetRelativePath(Folder, e)).Order(StringComparer.Ordinal)];

    /// <summary>Writes a file, UTF-8 without byte order mark.</summary>
    public void Write(string name, string text) => Write(name, new UTF8Encoding(false).GetBytes(text));

    public void Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    /// <summary>Writes <c>issues.json</c>: of the catalogue the issues that rows of our corpus speak of, so that training is quick.</summary>
    public void WriteIssuesOf(List<string> rows)
    {
        var all = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.Repository, "training-data", "issues.json"))).RootElement.EnumerateArray();
        Write("issues.json", "[" + string.Join(",\n", all.Where(i => rows.Exists(r => r.Contains($"\"{i.GetProperty("id").GetString()}\"", StringComparison.Ordinal))).Select(i => i.GetRawText())) + "]");
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>The rows of a JSON Lines file.</summary>
    public List<System.Text.Json.JsonElement> Rows(string name) => Parse(Read(name));

    public static List<System.Text.Json.JsonElement> Parse(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement)];

    /// <summary>Runs the tool with these arguments and waits for it.</summary>
    public ToolRun Run(params string[] arguments) => RunWith("", arguments);

    /// <summary>Runs the tool with a text on standard input.</summary>
    public ToolRun RunWith(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromMinutes(3)))
        {
            process.Kill();
            throw new TimeoutException($"stance {string.Join(' ', arguments)} did not end");
        }
        return new ToolRun(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Starts the tool and leaves it running.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Stance.Cli.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
