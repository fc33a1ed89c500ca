namespace Stance.Plots;

/// <summary>Loads Plotly.NET and what it needs apart from the program's own assemblies: a notebook kernel brings an FSharp.Core that is too old for it.</summary>
internal static class PlotlyHost
{
    private static readonly Lazy<(Func<string, string, string> Figure, Func<string> Script)> Engine = new(Load);

    private static readonly Lazy<string> PlotlyJs = new(() => Engine.Value.Script());

    /// <summary>plotly.js.</summary>
    public static string Script => PlotlyJs.Value;

    /// <inheritdoc cref="PlotlyEngine.Figure"/>
    public static string Figure(string traces, string layout) => Engine.Value.Figure(traces, layout);

    private static (Func<string, string, string>, Func<string>) Load()
    {
        var assembly = typeof(PlotlyHost).Assembly;
        // A program in one file has no assemblies on disk, and none that clash.
        if (assembly.Location.Length > 0)
            assembly = new PlotlyContext(assembly.Location).LoadFromAssemblyPath(assembly.Location);
        var engine = assembly.GetType(typeof(PlotlyEngine).FullName!, throwOnError: true)!;
        return (engine.GetMethod(nameof(PlotlyEngine.Figure))!.CreateDelegate<Func<string, string, string>>(), engine.GetMethod(nameof(PlotlyEngine.Script))!.CreateDelegate<Func<string>>());
    }
}
