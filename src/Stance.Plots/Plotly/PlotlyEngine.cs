using Microsoft.FSharp.Collections;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plotly.NET;

namespace Stance.Plots;

/// <summary>All that touches Plotly.NET. It runs in a load context of its own (see <see cref="PlotlyHost"/>), and only strings cross the border.</summary>
internal static class PlotlyEngine
{
    /// <summary>The figure of traces and a layout.</summary>
    /// <param name="traces">JSON array of objects, each with its <c>type</c>.</param>
    /// <param name="layout">JSON object.</param>
    /// <returns>JSON object with <c>data</c>, <c>layout</c> and <c>frames</c>.</returns>
    public static string Figure(string traces, string layout)
    {
        var list = ListModule.OfSeq(((JArray)Parse(traces)).Select(t => Trace((JObject)t)));
        var appearance = new Layout();
        foreach (var property in ((JObject)Parse(layout)).Properties())
            appearance.SetProperty(property.Name, property.Value);
        // Without Plotly.NET's own defaults: what a chart looks like is said here alone.
        return GenericChart.toFigureJson(GenericChart.setLayout(appearance, GenericChart.ofTraceObjects(false, list)));
    }

    /// <summary>The plotly.js that comes with Plotly.NET.</summary>
    public static string Script()
    {
        var assembly = typeof(GenericChart).Assembly;
        var name = assembly.GetManifestResourceNames().Single(n => n.Contains("plotly-", StringComparison.Ordinal) && n.EndsWith(".min.js", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static Trace Trace(JObject properties)
    {
        var trace = new Trace(properties.Value<string>("type"));
        foreach (var property in properties.Properties())
            if (property.Name != "type")
                trace.SetProperty(property.Name, property.Value);
        return trace;
    }

    /// <summary>A name such as «2017-04-12» is text: Newtonsoft would make it a date.</summary>
    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}
