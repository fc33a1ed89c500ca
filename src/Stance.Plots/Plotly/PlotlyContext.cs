using System.Reflection;
using System.Runtime.Loader;

namespace Stance.Plots;

/// <summary>Holds this assembly a second time together with Plotly.NET and its dependencies; everything else comes from the program.</summary>
/// <param name="assembly">Path of this assembly.</param>
internal sealed class PlotlyContext(string assembly) : AssemblyLoadContext("Stance.Plots")
{
    private static readonly string[] Apart = ["Plotly.NET", "DynamicObj", "Giraffe.ViewEngine", "Newtonsoft.Json", "FSharp.Core", "Fable.Core"];

    private readonly string folder = Path.GetDirectoryName(assembly)!;

    protected override Assembly? Load(AssemblyName assemblyName) =>
        Apart.Contains(assemblyName.Name) && Find(folder, assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    /// <summary>Beside this assembly (<c>#r "path.dll"</c>, a built program), or in a folder of packages (<c>#r "nuget: …"</c>).</summary>
    /// <param name="folder">Folder of this assembly.</param>
    /// <param name="name">What is wanted, at least of this version.</param>
    internal static string? Find(string folder, AssemblyName name)
    {
        var beside = Path.Combine(folder, name.Name + ".dll");
        if (Fits(beside, name))
            return beside;
        // packages/stance.plots/VERSION/lib/net10.0/Stance.Plots.dll
        var package = Path.Combine(folder, "..", "..", "..", "..", name.Name!.ToLowerInvariant());
        if (!Directory.Exists(package))
            return null;
        return Directory.EnumerateFiles(package, name.Name + ".dll", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(f))) == "lib" && Path.GetFileName(Path.GetDirectoryName(f))!.StartsWith("net", StringComparison.Ordinal) && Fits(f, name))
            // The oldest that is new enough is what Plotly.NET was built with.
            .OrderBy(f => AssemblyName.GetAssemblyName(f).Version).ThenByDescending(f => f, StringComparer.Ordinal).FirstOrDefault();
    }

    private static bool Fits(string path, AssemblyName wanted) =>
        File.Exists(path) && (wanted.Version is null || AssemblyName.GetAssemblyName(path).Version >= wanted.Version);
}
