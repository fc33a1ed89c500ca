using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stance.Plots;

namespace Stance.Notebooks.Tests;

/// <summary>A test that needs a Chromium, Node.js and the driver's package; where one of them is missing it is skipped, and says how to get it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Browser.Missing;
}

/// <summary>A real browser without network, driven through Playwright by a process of Node.js; tests that share it run one after the other.</summary>
public sealed class Browser : IDisposable
{
    private static readonly string Folder = Path.Combine(SharedData.Repository, "tests", "Stance.Notebooks.Tests", "browser");

    private Process? driver;

    /// <summary>What is not here, or <c>null</c>.</summary>
    public static string? Missing => Chromium.Find() is null ? "no Chromium is here (apt-get install chromium, or STANCE_CHROMIUM)"
        : !Directory.Exists(Path.Combine(Folder, "node_modules", "playwright-core")) ? "Playwright is not here (npm ci --prefix tests/Stance.Notebooks.Tests/browser)" : null;

    /// <summary>Opens a page from a file.</summary>
    public void Open(string html, int width = 1280, int height = 900)
    {
        var path = Path.Combine(Path.GetTempPath(), $"stance-browser-{Environment.ProcessId}.html");
        File.WriteAllText(path, html);
        Ask("open", ("path", path), ("width", width), ("height", height));
    }

    /// <summary>Nothing was logged, asked of the network, or run that was not ours.</summary>
    public void IsQuiet()
    {
        Assert.Equal("""{"console":[],"requests":[],"dialogs":[]}""", Ask("seen")!.ToJsonString());
    }

    public JsonNode? Evaluate(string script) => Ask("evaluate", ("script", script));

    public void Click(string selector) => Ask("click", ("selector", selector));

    public void Press(string key) => Ask("press", ("key", key));

    public string Text(string selector) => Ask("text", ("selector", selector))!.GetValue<string>();

    public int Count(string selector) => Ask("count", ("selector", selector))!.GetValue<int>();

    /// <summary>The file that a click downloads.</summary>
    public string Download(string selector) => Ask("download", ("selector", selector))!.GetValue<string>();

    /// <summary>A picture; where <c>STANCE_IMAGES</c> is set it is the one that the README shows.</summary>
    public void Screenshot(string name, bool full = false)
    {
        var folder = Environment.GetEnvironmentVariable("STANCE_IMAGES") is { Length: > 0 } ? Path.Combine(SharedData.Repository, "notebooks", "images") : Path.Combine(Path.GetTempPath(), "stance-screenshots");
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name + ".png");
        Ask("screenshot", ("path", path), ("full", full));
        Assert.InRange(new FileInfo(path).Length, 5_000, 2_000_000);
    }

    private JsonNode? Ask(string verb, params (string Name, JsonNode Value)[] arguments)
    {
        driver ??= Start();
        var request = new JsonObject { ["verb"] = verb };
        foreach (var (name, value) in arguments)
            request[name] = value;
        driver.StandardInput.WriteLine(request.ToJsonString());
        var answer = JsonNode.Parse(driver.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the browser's driver ended"))!;
        return answer["error"] is { } error ? throw new InvalidOperationException($"{verb}: {error}") : answer["value"]?.DeepClone();
    }

    private static Process Start() => Process.Start(new ProcessStartInfo("node")
    {
        ArgumentList = { Path.Combine(Folder, "driver.mjs"), Chromium.Find()! },
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        UseShellExecute = false,
        StandardInputEncoding = new UTF8Encoding(false),
        StandardOutputEncoding = new UTF8Encoding(false),
    })!;

    public void Dispose()
    {
        driver?.StandardInput.Close();
        driver?.WaitForExit(10_000);
        driver?.Dispose();
    }
}
