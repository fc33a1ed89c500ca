using System.Diagnostics;

namespace Stance.Tests;

public class TrainCommandTests
{
    [Fact]
    public async Task Whoever_stops_training_finds_nothing_left_behind()
    {
        using var tool = new StanceTool();
        using var process = tool.Start("train", Path.Combine(SharedData.Repository, "training-data"), "--split", "train", "--out", "model.zip");
        var output = process.StandardOutput.ReadToEndAsync();
        // The first phase is told of before its work begins.
        Assert.StartsWith("[1/", await process.StandardError.ReadLineAsync());
        // SIGTERM rather than SIGINT, which is ignored in a shell's background jobs and their children.
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await kill.WaitForExitAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal("stance: cancelled", error.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]);
        Assert.Equal((130, ""), (process.ExitCode, await output));
        Assert.Empty(tool.Entries);
    }

    [Fact]
    public void Training_gets_on_where_the_thread_pool_is_small()
    {
        // A busy machine adds threads to the pool slowly: learners that wait for a core must not hold those that ML.NET needs.
        using var tool = new StanceTool();
        tool.Environment["DOTNET_ThreadPool_ForceMaxWorkerThreads"] = "3";
        var rows = File.ReadLines(Path.Combine(SharedData.Repository, "training-data", "gulf-iran-yemen.jsonl")).Take(4).ToList();
        tool.WriteIssuesOf(rows);
        tool.Write("start.jsonl", string.Join('\n', rows) + "\n");
        var run = tool.Run("train", "start.jsonl", "--out", "model.zip");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(["issues.json", "model.zip", "start.jsonl"], tool.Entries);
    }
}
