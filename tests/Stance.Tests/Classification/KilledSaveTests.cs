using System.Diagnostics;
using System.Globalization;

namespace Stance.Tests;

/// <summary>A process that is killed (SIGKILL, which no code can answer) in the middle of saving leaves the model file whole: the old one or the new one, to the last byte.</summary>
public class KilledSaveTests
{
    /// <summary>How often; 100 in <c>.ci/long</c>.</summary>
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("STANCE_KILLS") ?? "6", CultureInfo.InvariantCulture);

    [Fact]
    public async Task The_model_file_is_whole_whenever_the_process_is_killed()
    {
        using var folder = new StanceTool();
        string At(string name) => Path.Combine(folder.Folder, name);
        var one = File.ReadAllBytes(TrainedModel.Path);
        folder.Write("one.zip", one);
        folder.Write("model.zip", one);
        // The same model with another manifest: as quick to load, and told apart.
        var other = StanceModel.Load(At("one.zip"));
        new StanceModel(other.Manifest with { LibraryVersion = "another" }, other.Data, other.Weights, other.Background, other.Stances, other.Sentiments).Save(At("two.zip"));
        var two = File.ReadAllBytes(At("two.zip"));
        Assert.NotEqual(one, two);
        var (random, unfinished) = (new Random(1), 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
            foreach (var argument in (string[])[typeof(Program).Assembly.Location, "save", At("model.zip"), At("two.zip"), At("one.zip")])
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            Assert.Equal("saving", await process.StandardOutput.ReadLineAsync());
            await Task.Delay(random.Next(120));
            process.Kill();
            await process.WaitForExitAsync();
            var left = File.ReadAllBytes(At("model.zip"));
            Assert.True(left.AsSpan().SequenceEqual(one) || left.AsSpan().SequenceEqual(two), $"kill {kill + 1} of {Kills}: {left.Length} bytes, neither the old model nor the new one");
            foreach (var temporary in Directory.GetFiles(folder.Folder, "*.tmp"))
            {
                unfinished++;
                File.Delete(temporary);
            }
        }
        // Else none was killed while it wrote, and the test proves nothing.
        Assert.True(unfinished > 0, $"of {Kills} kills none hit a save");
    }
}
