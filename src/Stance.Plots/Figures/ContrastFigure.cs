using System.Text.Json.Nodes;

namespace Stance.Plots;

/// <summary>Two actors side by side: a row an issue, a mark each with its interval, and between the two a line, thick where they stand on different sides.</summary>
internal static class ContrastFigure
{
    public static StanceChart Of(StanceContrast contrast, ChartOptions options)
    {
        var text = new ChartText(options);
        var agreement = contrast.Agreement is { } a ? text.Raw($" Agreement {ChartTable.Share(a.Value)} over {a.Count} issues.", $" الاتفاق {ChartTable.Share(a.Value)} على {a.Count} قضايا.") : "";
        var figure = new FigureBuilder(text, text.Raw($"{text.RawName(contrast.First)} against {text.RawName(contrast.Second)}", $"{text.RawName(contrast.First)} مقابل {text.RawName(contrast.Second)}"),
            text.Raw("Bars: 95 % intervals. Hollow: one article only. Thick line: on different sides. A missing mark: no evidence.", "الأشرطة: مجالات 95٪. علامة مفرغة: مقالة واحدة فقط. خط سميك: على طرفي نقيض. علامة غائبة: لا دليل.") + agreement);
        var rows = contrast.Rows.Take(options.MaxIssues).ToList();
        var (first, second) = (text.RawName(contrast.First), text.RawName(contrast.Second));
        figure.Headers = [text.Raw("Issue", "القضية"), first, second, text.Raw("Difference", "الفرق"), text.Raw("95 % interval", "مجال 95٪"), $"{text.Raw("Evidence", "الدليل")}: {first}", $"{text.Raw("Evidence", "الدليل")}: {second}"];
        foreach (var r in rows)
            figure.Rows.Add([text.RawName(r.Issue), r.First is null ? "" : ChartTable.Signed(r.First.Score), r.Second is null ? "" : ChartTable.Signed(r.Second.Score), r.Difference is { } d ? ChartTable.Signed(d.Value) : "",
                r.Difference is { } e ? ChartTable.Interval(e.Low, e.High) : "", ChartTable.First(r.FirstEvidence?.Stance.Evidence ?? []), ChartTable.First(r.SecondEvidence?.Stance.Evidence ?? [])]);
        if (rows.Count == 0)
            return figure.Nothing().Build();
        for (var i = 0; i < rows.Count; i++)
            if (rows[i] is { First: { } one, Second: { } other } row)
                figure.Append("shapes", new JsonObject
                {
                    ["type"] = "line",
                    ["layer"] = "below",
                    ["x0"] = Math.Round(one.Score, 5),
                    ["x1"] = Math.Round(other.Score, 5),
                    ["y0"] = i,
                    ["y1"] = i,
                    ["line"] = new JsonObject { ["color"] = row.Opposed ? "#555555" : "#bbbbbb", ["width"] = row.Opposed ? 5 : 2 },
                });
        Marks(figure, contrast.First, [.. rows.Select((r, i) => (i, r.First, r.FirstEvidence))], 0, "top center");
        Marks(figure, contrast.Second, [.. rows.Select((r, i) => (i, r.Second, r.SecondEvidence))], 1, "bottom center");
        var scores = figure.Scores();
        if (text.Arabic)
            scores["range"] = new JsonArray(1.15, -1.15);
        figure.Layout["xaxis"] = scores;
        var names = FigureBuilder.Names([.. rows.Select(r => text.Label(r.Issue))], reversed: true);
        names["side"] = text.Arabic ? "right" : "left";
        figure.Layout["yaxis"] = names;
        figure.Layout["showlegend"] = true;
        figure.Layout["legend"] = new JsonObject { ["orientation"] = "h", ["y"] = 1.02, ["yanchor"] = "bottom", ["x"] = text.Arabic ? 1 : 0, ["xanchor"] = text.Arabic ? "right" : "left" };
        figure.Layout["margin"]!["t"] = figure.Layout["margin"]!["t"]!.GetValue<int>() + 34;
        figure.Layout["height"] = 230 + Math.Max(3, rows.Count) * 52;
        return figure.Build();
    }

    private static void Marks(FigureBuilder figure, Actor actor, (int At, StanceCell? Cell, (Article, ActorStance)? Evidence)[] rows, int group, string place)
    {
        var (text, marks) = (figure.Text, rows.Where(r => r.Cell is not null).ToList());
        figure.Add(new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers+text",
            ["name"] = text.Name(actor),
            ["x"] = Json.Array(marks.Select(m => m.Cell!.Score)),
            ["y"] = Json.Array(marks.Select(m => (double)m.At)),
            ["text"] = Json.Array(marks.Select(m => ChartText.Signed(m.Cell!.Score))),
            ["textposition"] = place,
            ["textfont"] = new JsonObject { ["size"] = 11, ["color"] = Palette.Groups[group] },
            ["marker"] = new JsonObject { ["color"] = Palette.Groups[group], ["size"] = 13, ["symbol"] = Json.Array(marks.Select(m => Palette.Symbols[group] + (m.Cell!.Count == 1 ? "-open" : ""))), ["line"] = new JsonObject { ["width"] = 2 } },
            ["error_x"] = new JsonObject
            {
                ["type"] = "data",
                ["symmetric"] = false,
                ["array"] = Json.Array(marks.Select(m => m.Cell!.High - m.Cell.Score)),
                ["arrayminus"] = Json.Array(marks.Select(m => m.Cell!.Score - m.Cell.Low)),
                ["color"] = Palette.Groups[group],
                ["thickness"] = 1.2,
                ["width"] = 4,
            },
            ["hovertext"] = Json.Array(marks.Select(m => ChartText.Hover([$"<b>{text.Name(actor)}</b>", text.Name(m.Cell!.Issue), text.Measure(m.Cell.Score, m.Cell.Low, m.Cell.High, m.Cell.Count), .. text.Evidence(m.Evidence!.Value)]))),
            ["hoverinfo"] = "text",
        });
    }
}
