using System.Diagnostics;
using System.Globalization;

namespace Stance.Plots;

/// <summary>A Chromium (or Chrome, or Edge) of this machine, which makes pictures of pages.</summary>
internal static class Chromium
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>What <c>STANCE_CHROMIUM</c> names (empty: none), else the first that is found; <c>null</c>: there is none.</summary>
    public static string? Find() => Environment.GetEnvironmentVariable("STANCE_CHROMIUM") is { } named
        ? File.Exists(named) ? named : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.SelectMany(name => (string[])[Path.Combine(folder, name), Path.Combine(folder, name + ".exe")])).Concat(Places).FirstOrDefault(File.Exists);

    /// <summary>A picture of a page, PNG, without network.</summary>
    /// <exception cref="InvalidOperationException">There is no Chromium, or it made no picture.</exception>
    public static byte[] Picture(string html, int width, int height)
    {
        var program = Find() ?? throw new InvalidOperationException($"found no Chromium; allowed: one of {string.Join(", ", Names)} on the PATH, or the path of one in STANCE_CHROMIUM");
        var folder = Directory.CreateTempSubdirectory("stance-png-").FullName;
        try
        {
            var (page, picture) = (Path.Combine(folder, "chart.html"), Path.Combine(folder, "chart.png"));
            File.WriteAllText(page, html);
            var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
            foreach (var argument in (string[])["--headless", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND", "--force-color-profile=srgb",
                "--virtual-time-budget=10000", $"--user-data-dir={Path.Combine(folder, "profile")}", string.Create(CultureInfo.InvariantCulture, $"--window-size={width},{height}"), $"--screenshot={picture}"])
                start.ArgumentList.Add(argument);
            // Its sandbox refuses to run as root, as containers do; the page is our own and its policy allows no request.
            if (Environment.UserName == "root")
                start.ArgumentList.Add("--no-sandbox");
            start.ArgumentList.Add(new Uri(page).AbsoluteUri);
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (!process.WaitForExit(Patience))
                process.Kill(entireProcessTree: true);
            _ = output.GetAwaiter().GetResult();
            return File.Exists(picture) ? File.ReadAllBytes(picture) : throw new InvalidOperationException($"{program} made no picture: {errors.GetAwaiter().GetResult()}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
