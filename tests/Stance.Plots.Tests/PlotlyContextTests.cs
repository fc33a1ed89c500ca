using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Stance.Plots.Tests;

public sealed class PlotlyContextTests : IDisposable
{
    private static readonly string Built = AppContext.BaseDirectory, OldCore = Path.Combine(Built, "kernel", "FSharp.Core.dll"), NewCore = Path.Combine(Built, "FSharp.Core.dll");

    private readonly string folder = Directory.CreateTempSubdirectory("stance-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_kernel_is_older_than_Plotly_asks_for()
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(Built, "Plotly.NET.dll")));
        var metadata = file.GetMetadataReader();
        var wanted = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Single(a => metadata.GetString(a.Name) == "FSharp.Core").Version;
        Assert.True(Version(OldCore) < wanted && wanted <= Version(NewCore));
        // Without a context of its own Plotly.NET does not run there.
        var (exit, lines) = Kernel("direct", Built);
        Assert.Equal(1, exit);
        Assert.StartsWith("FileNotFoundException: Could not load file or assembly 'FSharp.Core, Version=" + wanted, lines[1]);
    }

    [Fact]
    public void Every_chart_is_drawn_where_all_lies_in_one_folder() => AllDrawn(Kernel("charts", Built));

    [Fact]
    public void Every_chart_is_drawn_where_each_package_has_its_folder()
    {
        foreach (var name in (string[])["Plotly.NET", "DynamicObj", "Giraffe.ViewEngine", "Newtonsoft.Json", "Fable.Core"])
            Package(name, "1.0.0", "lib/netstandard2.0", Path.Combine(Built, name + ".dll"));
        Package("FSharp.Core", "10.0.111", "lib/netstandard2.1", OldCore);
        Package("FSharp.Core", "10.1.403", "lib/netstandard2.1", NewCore);
        var plots = Package("Stance.Plots", "0.1.0", "lib/net10.0", Path.Combine(Built, "Stance.Plots.dll"));
        AllDrawn(Kernel("charts", Path.GetDirectoryName(plots)!, Built));
    }

    [Fact]
    public void Of_packages_the_oldest_that_is_new_enough_is_taken()
    {
        var plots = Package("Stance.Plots", "0.1.0", "lib/net10.0", Path.Combine(Built, "Stance.Plots.dll"));
        var old = Package("FSharp.Core", "10.0.111", "lib/netstandard2.1", OldCore);
        var own = Path.GetDirectoryName(plots)!;
        Assert.Null(Found(Version(NewCore)));
        Assert.Null(PlotlyContext.Find(own, new AssemblyName("Plotly.NET")));
        // What is compiled against, tools and other platforms are not to be run.
        Package("FSharp.Core", "10.1.403", "ref/netstandard2.1", NewCore);
        Package("FSharp.Core", "10.1.403", "lib/uap10.0", NewCore);
        Package("FSharp.Core", "10.1.403", "lib/netstandard2.1/tools", NewCore);
        Assert.Null(Found(Version(NewCore)));
        var @new = Package("FSharp.Core", "10.1.403", "lib/netstandard2.1", NewCore);
        Assert.Equal((old, @new, old), (Found(Version(OldCore)), Found(Version(NewCore)), Found(null)));
        // Of one version for two frameworks the later framework's.
        Package("FSharp.Core", "10.1.403", "lib/netstandard2.0", NewCore);
        Assert.Equal(@new, Found(Version(NewCore)));
        // What lies beside goes first, where it is new enough.
        var beside = Path.Combine(own, "FSharp.Core.dll");
        File.Copy(OldCore, beside);
        Assert.Equal((beside, @new), (Found(Version(OldCore)), Found(Version(NewCore))));

        string? Found(Version? version) => PlotlyContext.Find(own, new AssemblyName("FSharp.Core") { Version = version }) is { } path ? Path.GetFullPath(path) : null;
    }

    private static Version Version(string path) => AssemblyName.GetAssemblyName(path).Version!;

    private static void AllDrawn((int Exit, string[] Lines) run)
    {
        Assert.Equal([Version(OldCore).ToString(), .. NotebookKernel.Figures().Select(f => $"{f.Name} {f.Figure}")], run.Lines);
        Assert.Equal(0, run.Exit);
        // Each way to a chart is among them; a timeline alone is drawn as several are.
        Assert.Equal(typeof(StanceCharts).GetMethods().Count(m => m.ReturnType == typeof(StanceChart)) - 1, run.Lines.Length - 1);
    }

    /// <summary>Copies an assembly into a folder of packages.</summary>
    private string Package(string name, string version, string part, string assembly)
    {
        var path = Path.Combine(folder, "packages", name.ToLowerInvariant(), version, part, name + ".dll");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(assembly, path);
        return path;
    }

    /// <summary>Runs <see cref="NotebookKernel"/> in a folder that holds nothing but it and its FSharp.Core.</summary>
    private (int Exit, string[] Lines) Kernel(params string[] arguments)
    {
        var kernel = Directory.CreateDirectory(Path.Combine(folder, "kernel")).FullName;
        foreach (var file in (string[])[OldCore, Path.Combine(Built, "Stance.Plots.Tests.dll"), Path.Combine(Built, "Stance.Plots.Tests.runtimeconfig.json")])
            File.Copy(file, Path.Combine(kernel, Path.GetFileName(file)));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false, StandardOutputEncoding = new UTF8Encoding(false) };
        foreach (var argument in (string[])[Path.Combine(kernel, "Stance.Plots.Tests.dll"), .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(3)))
        {
            process.Kill();
            throw new TimeoutException("the kernel did not end");
        }
        return (process.ExitCode, output.GetAwaiter().GetResult().TrimEnd('\n').Split('\n'));
    }
}
