using System.Text.Json.Nodes;

namespace Stance.Plots;

/// <summary>How good the stances are: calibration, confusion, learning curve.</summary>
internal static class EvaluationFigure
{
    public static StanceChart Calibration(EvaluationReport report, ChartOptions options)
    {
        var text = new ChartText(options);
        var error = report.CalibrationError;
        var figure = new FigureBuilder(text, text.Raw("Are the probabilities right?", "هل الاحتمالات صحيحة؟"),
            text.Raw($"Share of right stances by stated probability; bars: 95 % Wilson intervals; numbers: stances. On the dashed line a probability means what it says. ECE {ChartTable.Three(error.Value)} [{ChartTable.Three(error.Low)}, {ChartTable.Three(error.High)}].",
                $"نسبة المواقف الصحيحة بحسب الاحتمال المعلن. الأشرطة: مجالات ويلسون 95٪. الأرقام: عدد المواقف. على الخط المتقطع يعني الاحتمال ما يقول. خطأ المعايرة {ChartTable.Three(error.Value)}."))
        {
            Headers = [text.Raw("Mean probability", "متوسط الاحتمال"), text.Raw("Share right", "نسبة الصواب"), text.Raw("95 % interval", "مجال 95٪"), text.Raw("Stances", "المواقف")],
        };
        var bins = report.Reliability.Where(b => b.Count > 0).Select(b => (b.Count, b.MeanProbability, b.Right, Wilson: Wilson(b.Right, b.Count))).ToList();
        foreach (var b in bins)
            figure.Rows.Add([ChartTable.Share(b.MeanProbability), ChartTable.Share(b.Right), $"[{ChartTable.Share(b.Wilson.Low)}, {ChartTable.Share(b.Wilson.High)}]", ChartTable.Count(b.Count)]);
        if (bins.Count == 0)
            return figure.Nothing().Build();
        figure.Add(new JsonObject { ["type"] = "scatter", ["mode"] = "lines", ["x"] = new JsonArray(0, 1), ["y"] = new JsonArray(0, 1), ["line"] = new JsonObject { ["dash"] = "dash", ["color"] = "#888888", ["width"] = 1.5 }, ["hoverinfo"] = "skip" });
        figure.Add(new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines+markers+text",
            ["x"] = Json.Array(bins.Select(b => b.MeanProbability)),
            ["y"] = Json.Array(bins.Select(b => b.Right)),
            ["text"] = Json.Array(bins.Select(b => ChartText.Count(b.Count))),
            ["textposition"] = "top left",
            ["marker"] = new JsonObject { ["size"] = 10, ["color"] = Palette.Groups[0] },
            ["line"] = new JsonObject { ["color"] = Palette.Groups[0] },
            ["error_y"] = new JsonObject
            {
                ["type"] = "data",
                ["symmetric"] = false,
                ["array"] = Json.Array(bins.Select(b => b.Wilson.High - b.Right)),
                ["arrayminus"] = Json.Array(bins.Select(b => b.Right - b.Wilson.Low)),
                ["color"] = Palette.Groups[0],
                ["thickness"] = 1.2,
            },
            ["hovertext"] = Json.Array(bins.Select(b => ChartText.Hover(SafeText.Isolate($"{text.Raw("said", "المعلن")} {ChartText.Percent(b.MeanProbability)} · {text.Raw("right", "الصواب")} {ChartText.Percent(b.Right)}", text.Arabic),
                SafeText.Isolate($"[{ChartText.Percent(b.Wilson.Low)} – {ChartText.Percent(b.Wilson.High)}] · {text.Raw("stances", "المواقف")} {ChartText.Count(b.Count)}", text.Arabic)))),
            ["hoverinfo"] = "text",
        });
        figure.Layout["xaxis"] = Share(text.Own("probability stated", "الاحتمال المعلن"));
        figure.Layout["yaxis"] = Share(text.Own("share right", "نسبة الصواب"));
        figure.Layout["height"] = 560;
        return figure.Build();
    }

    public static StanceChart Confusion(StanceConfusion confusion, ChartOptions options)
    {
        var text = new ChartText(options);
        var figure = new FigureBuilder(text, text.Raw("What is taken for what", "ما الذي يُحسب ماذا"), text.Raw("Rows: gold; columns: predicted. Colour: share of the row; the diagonal is right. Pairs with no stance on either side are not counted.",
            "الصفوف: الصحيح، الأعمدة: المتوقع. اللون: النسبة من الصف، والقطر هو الصواب. لا تُحسب الأزواج التي لا موقف لها في الجانبين."))
        {
            Headers = [text.Raw("Gold", "الصحيح"), text.Raw("Predicted", "المتوقع"), text.Raw("Pairs", "الأزواج"), text.Raw("Share of gold", "النسبة من الصحيح")],
        };
        StanceLabel?[] labels = [StanceLabel.Favor, StanceLabel.Against, StanceLabel.Neutral, null];
        string Raw(StanceLabel? label) => label is { } stance ? text.Stance(stance) : text.Raw("none", "لا موقف");
        var totals = labels.Select(g => labels.Sum(p => confusion[g, p])).ToArray();
        double Of(int g, int p) => totals[g] == 0 ? 0 : (double)confusion[labels[g], labels[p]] / totals[g];
        for (var g = 0; g < labels.Length; g++)
            for (var p = 0; p < labels.Length; p++)
                if (labels[g] is not null || labels[p] is not null)
                    figure.Rows.Add([Raw(labels[g]), Raw(labels[p]), ChartTable.Count(confusion[labels[g], labels[p]]), ChartTable.Share(Of(g, p))]);
        if (confusion.Total == 0)
            return figure.Nothing().Build();
        HeatFigure.Fill(figure, [.. labels.Select(l => SafeText.Line(Raw(l)))], [.. labels.Select(l => SafeText.Line(Raw(l)))],
            (g, p) => labels[g] is null && labels[p] is null ? null : new HeatCell(Of(g, p), ChartText.Count(confusion[labels[g], labels[p]]), false, ChartText.Hover(
                SafeText.Isolate($"{text.Raw("gold", "الصحيح")}: {Raw(labels[g])} · {text.Raw("predicted", "المتوقع")}: {Raw(labels[p])}", text.Arabic),
                SafeText.Isolate($"{text.Raw("pairs", "الأزواج")} {ChartText.Count(confusion[labels[g], labels[p]])} · {ChartText.Percent(Of(g, p))}", text.Arabic))),
            (_, _) => text.Own("not counted", "لا يُحسب"), Palette.Sequential, (0, 1), [(0, ChartText.Percent(0)), (0.5, ChartText.Percent(0.5)), (1, ChartText.Percent(1))]);
        Title(figure, "xaxis", text.Own("predicted", "المتوقع"));
        Title(figure, "yaxis", text.Own("gold", "الصحيح"));
        figure.Layout["height"] = 470;
        return figure.Build();
    }

    public static StanceChart Learning(IReadOnlyList<(int Articles, EvaluationReport Report)> curve, ChartOptions options)
    {
        var text = new ChartText(options);
        var figure = new FigureBuilder(text, text.Raw("What more articles bring", "ماذا تضيف مقالات أكثر"), text.Raw("F1 by number of training articles; bands: 95 % intervals over the scored articles.", "F1 بحسب عدد مقالات التدريب. الأشرطة: مجالات 95٪ على المقالات المقيسة."))
        {
            Headers = [text.Raw("Figure", "المقياس"), text.Raw("Training articles", "مقالات التدريب"), "F1", text.Raw("95 % interval", "مجال 95٪")],
        };
        var points = curve.OrderBy(c => c.Articles).ToList();
        if (points.Count == 0)
            return figure.Nothing().Build();
        (string Name, Func<EvaluationReport, Estimate> Of)[] figures =
        [
            (text.Raw("pair: is there a stance", "الزوج: هل ثمة موقف"), r => r.Pairs.F1),
            (text.Raw("triple: found, with the right stance", "الثلاثي: وُجد والموقف صحيح"), r => r.Triples.F1),
            (text.Raw("polarity: which side", "القطبية: أي جانب"), r => r.PolarityFavorAgainstF1),
        ];
        for (var i = 0; i < figures.Length; i++)
        {
            var (name, of) = figures[i];
            var values = points.Select(p => (p.Articles, F1: of(p.Report))).ToList();
            foreach (var v in values)
                figure.Rows.Add([name, ChartTable.Count(v.Articles), ChartTable.Three(v.F1.Value), $"[{ChartTable.Three(v.F1.Low)}, {ChartTable.Three(v.F1.High)}]"]);
            figure.Add(new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "lines",
                ["x"] = Json.Array([.. values.Select(v => (double)v.Articles), .. values.AsEnumerable().Reverse().Select(v => (double)v.Articles)]),
                ["y"] = Json.Array([.. values.Select(v => v.F1.High), .. values.AsEnumerable().Reverse().Select(v => v.F1.Low)]),
                ["fill"] = "toself",
                ["fillcolor"] = Palette.Faint(Palette.Groups[i], "0.15"),
                ["line"] = new JsonObject { ["width"] = 0 },
                ["hoverinfo"] = "skip",
                ["showlegend"] = false,
            });
            figure.Add(new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "lines+markers",
                ["name"] = SafeText.Line(name),
                ["x"] = Json.Array(values.Select(v => (double)v.Articles)),
                ["y"] = Json.Array(values.Select(v => v.F1.Value)),
                ["line"] = new JsonObject { ["color"] = Palette.Groups[i] },
                ["marker"] = new JsonObject { ["size"] = 9, ["symbol"] = Palette.Symbols[i], ["color"] = Palette.Groups[i] },
                ["hovertext"] = Json.Array(values.Select(v => ChartText.Hover(SafeText.Line(name), SafeText.Isolate(
                    $"{text.Raw("articles", "المقالات")} {ChartText.Count(v.Articles)} · F1 {SafeText.Number(ChartTable.Three(v.F1.Value))} [{SafeText.Number(ChartTable.Three(v.F1.Low))}–{SafeText.Number(ChartTable.Three(v.F1.High))}]", text.Arabic)))),
                ["hoverinfo"] = "text",
            });
        }
        figure.Layout["xaxis"] = new JsonObject { ["title"] = new JsonObject { ["text"] = text.Own("training articles", "مقالات التدريب") }, ["rangemode"] = "tozero", ["gridcolor"] = Palette.Grid, ["automargin"] = true };
        figure.Layout["yaxis"] = Share(SafeText.Number("F1"));
        figure.Layout["showlegend"] = true;
        figure.Layout["legend"] = new JsonObject { ["orientation"] = "h", ["y"] = -0.2 };
        figure.Layout["height"] = 500;
        return figure.Build();
    }

    /// <summary>Wilson (1927): it stays within 0 and 1 and holds for few.</summary>
    internal static (double Low, double High) Wilson(double share, int count)
    {
        const double Z = 1.959964;
        var divisor = 1 + Z * Z / count;
        var centre = (share + Z * Z / (2 * count)) / divisor;
        var half = Z / divisor * Math.Sqrt(share * (1 - share) / count + Z * Z / (4.0 * count * count));
        return (Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    private static JsonObject Share(string title) => new() { ["title"] = new JsonObject { ["text"] = title }, ["range"] = new JsonArray(-0.03, 1.05), ["gridcolor"] = Palette.Grid, ["zeroline"] = false, ["automargin"] = true };

    private static void Title(FigureBuilder figure, string axis, string title) => figure.Layout[axis]!["title"] = new JsonObject { ["text"] = title };
}
