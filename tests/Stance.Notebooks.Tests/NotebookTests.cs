using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Stance.Notebooks.Tests;

/// <summary>Every notebook, run from top to bottom as a process of its own, shows what it keeps.</summary>
public class NotebookTests
{
    private static readonly string Folder = Path.Combine(SharedData.Repository, "notebooks");

    // From its own folder, where the kernel's older FSharp.Core lies.
    private static readonly string Runner = Path.Combine(AppContext.BaseDirectory.Replace("Stance.Notebooks.Tests", "Stance.Notebooks.Runner", StringComparison.Ordinal), "Stance.Notebooks.Runner.dll");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.ipynb").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_six() => Assert.Equal(6, Names.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_runs_and_shows_what_it_keeps(string name)
    {
        var (code, output) = Run("dotnet", Runner, "check", Path.Combine(Folder, name));
        Assert.True(code == 0, output);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_fit_to_be_read_without_running(string name)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name)))!;
        Assert.Equal(".net-csharp", json["metadata"]!["kernelspec"]!["name"]!.GetValue<string>());
        var notebook = Notebook.Read(Path.Combine(Folder, name));
        Assert.False(notebook.Cells[0].IsCode);
        var first = notebook.Cells.First(c => c.IsCode).Source;
        Assert.Single(first.Split('\n'), l => l.StartsWith("#r ", StringComparison.Ordinal));
        Assert.Contains("// #r \"nuget: Stance.Plots", first);
        Assert.Contains(notebook.Cells, c => c.IsCode && c.Outputs.Count > 0);
        var text = File.ReadAllText(Path.Combine(Folder, name));
        // Stored outputs say nothing of the machine they were made on.
        Assert.DoesNotContain(SharedData.Repository, text);
        Assert.InRange(text.Length, 1, 3_000_000);
    }

    [Fact]
    public void The_quick_start_runs_as_a_file()
    {
        var (code, output) = Run("dotnet", "run", Path.Combine(Folder, "quickstart.cs"));
        Assert.True(code == 0, output);
        Assert.Contains("Responsibility for the chemical attacks in Syria", output);
    }

    private static (int Code, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        // A process of a test run would else look for the SDK's build servers in the run's own environment.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(TimeSpan.FromMinutes(10)))
            process.Kill(entireProcessTree: true);
        return (process.ExitCode, output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult());
    }
}
