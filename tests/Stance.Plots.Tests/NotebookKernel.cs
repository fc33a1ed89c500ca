using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;

namespace Stance.Plots.Tests;

/// <summary>What a notebook kernel is to the library: a process with an FSharp.Core of its own that is older than Plotly.NET asks for, which finds everything else in folders. These tests start it as a process (<see cref="PlotlyContextTests"/>).</summary>
internal static class NotebookKernel
{
    /// <param name="args"><c>charts</c> or <c>direct</c>, then folders of assemblies: the first that has one gives it.</param>
    private static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            args.Skip(1).Select(f => Path.Combine(f, name.Name + ".dll")).FirstOrDefault(File.Exists) is { } path && name.Name != "FSharp.Core" ? context.LoadFromAssemblyPath(path) : null;
        Console.WriteLine(Assembly.Load(new AssemblyName("FSharp.Core")).GetName().Version);
        try
        {
            if (args[0] == "direct")
                Direct();
            else
                Draw();
            return 0;
        }
        catch (Exception e) when (e is IOException or MissingMemberException or TypeLoadException)
        {
            Console.WriteLine(e.GetType().Name + ": " + e.Message);
            return 1;
        }
    }

    /// <summary>All kinds of charts, one a line.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Draw()
    {
        foreach (var (name, figure) in Figures())
            Console.WriteLine($"{name} {figure}");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Direct() => Console.WriteLine(PlotlyEngine.Figure("[]", "{}"));

    /// <summary>The figures that are drawn, here and there.</summary>
    public static IEnumerable<(string Name, string Figure)> Figures() =>
        Charts.All(Charts.HostileResults(), new ChartOptions { Language = ChartLanguage.Arabic }).Select(c => (c.Name, c.Chart.ToFigureJson()));
}
