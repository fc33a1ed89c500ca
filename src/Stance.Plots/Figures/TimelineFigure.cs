using System.Text.Json.Nodes;

namespace Stance.Plots;

/// <summary>Stances over time: a line with its interval band, and the days on which it turns.</summary>
internal static class TimelineFigure
{
    public static StanceChart Of(IReadOnlyList<StanceTimeline> timelines, ChartOptions options)
    {
        var text = new ChartText(options);
        var one = timelines.Count > 0 && timelines.All(t => t.Issue.Equals(timelines[0].Issue));
        var title = timelines.Count == 0 ? text.Raw("Stance over time", "الموقف عبر الزمن")
            : one ? $"{text.RawName(timelines[0].Issue)}: {text.Raw("stance over time", "الموقف عبر الزمن")}" : text.Raw("Stances over time", "المواقف عبر الزمن");
        var figure = new FigureBuilder(text, title, text.Raw("Band: 95 % interval. Hollow: one article only, so no interval. Dashed: the day from which on it is spoken otherwise. Gaps: no evidence.",
            "الشريط: مجال 95٪. علامة مفرغة: مقالة واحدة فقط، فلا مجال. خط متقطع: اليوم الذي يتغير الكلام منه. الفجوات: لا دليل."))
        {
            Headers = [text.Raw("Actor", "الطرف"), text.Raw("Issue", "القضية"), text.Raw("From", "من"), text.Raw("To", "إلى"), text.Raw("Score", "الدرجة"), text.Raw("95 % interval", "مجال 95٪"), text.Raw("Articles", "المقالات"), text.Raw("Evidence", "الدليل")],
        };
        foreach (var t in timelines)
            foreach (var p in t.Points)
                figure.Rows.Add([text.RawName(t.Actor), text.RawName(t.Issue), FrameCsv.Day(p.First), FrameCsv.Day(p.Last), ChartTable.Signed(p.Score), ChartTable.Interval(p.Low, p.High), ChartTable.Count(p.Count), ChartTable.First(p.Evidence[0].Stance.Evidence)]);
        if (timelines.All(t => t.Points.Count == 0))
            return figure.Nothing().Build();
        for (var i = 0; i < timelines.Count; i++)
            Line(figure, timelines[i], one ? text.RawName(timelines[i].Actor) : $"{text.RawName(timelines[i].Actor)} · {text.RawName(timelines[i].Issue)}", i);
        figure.Layout["xaxis"] = new JsonObject { ["type"] = "date", ["gridcolor"] = Palette.Grid, ["automargin"] = true, ["tickformat"] = "%Y-%m-%d", ["nticks"] = 10 };
        var scores = figure.Scores();
        scores["side"] = text.Arabic ? "right" : "left";
        figure.Layout["yaxis"] = scores;
        figure.Layout["showlegend"] = timelines.Count > 1;
        figure.Layout["legend"] = new JsonObject { ["orientation"] = "h", ["y"] = -0.18, ["x"] = text.Arabic ? 1 : 0, ["xanchor"] = text.Arabic ? "right" : "left" };
        figure.Layout["height"] = 480;
        return figure.Build();
    }

    private static void Line(FigureBuilder figure, StanceTimeline timeline, string name, int number)
    {
        var text = figure.Text;
        // Each time the colours come again they meet the next shape.
        var (colour, symbol) = (Palette.Groups[number % Palette.Groups.Length], Palette.Symbols[(number + number / Palette.Groups.Length) % Palette.Symbols.Length]);
        var group = ChartTable.Count(number);
        // Windows that touch are joined; a window without evidence tears the line and the band.
        foreach (var run in Runs(timeline.Points))
        {
            if (run.Count > 1)
                figure.Add(new JsonObject
                {
                    ["type"] = "scatter",
                    ["mode"] = "lines",
                    ["x"] = Json.Array([.. run.Select(Middle), .. run.AsEnumerable().Reverse().Select(Middle)]),
                    ["y"] = Json.Array([.. run.Select(p => p.High), .. run.AsEnumerable().Reverse().Select(p => p.Low)]),
                    ["fill"] = "toself",
                    ["fillcolor"] = Palette.Faint(colour, "0.2"),
                    ["line"] = new JsonObject { ["width"] = 0 },
                    ["hoverinfo"] = "skip",
                    ["showlegend"] = false,
                    ["legendgroup"] = group,
                });
        }
        var (x, points) = (new List<string?>(), new List<TimelinePoint?>());
        foreach (var run in Runs(timeline.Points))
        {
            if (x.Count > 0)
            {
                // A point without a value between two runs.
                x.Add(Middle(run[0]));
                points.Add(null);
            }
            x.AddRange(run.Select(Middle));
            points.AddRange(run);
        }
        figure.Add(new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines+markers",
            ["name"] = SafeText.Line(name),
            ["legendgroup"] = group,
            ["x"] = Json.Array(x),
            ["y"] = Json.Array(points.Select(p => p?.Score)),
            ["connectgaps"] = false,
            ["line"] = new JsonObject { ["color"] = colour, ["width"] = 2 },
            ["marker"] = new JsonObject
            {
                ["color"] = colour,
                ["size"] = Json.Array(points.Select(p => p is null ? 8 : Math.Min(20, 7 + 2 * Math.Sqrt(p.Count)))),
                ["symbol"] = Json.Array(points.Select(p => p?.Count == 1 ? symbol + "-open" : symbol)),
                ["opacity"] = 1,
                ["line"] = new JsonObject { ["width"] = 1.5 },
            },
            ["error_y"] = new JsonObject
            {
                ["type"] = "data",
                ["symmetric"] = false,
                ["array"] = Json.Array(points.Select(p => p is { Count: > 1 } ? p.High - p.Score : (double?)null)),
                ["arrayminus"] = Json.Array(points.Select(p => p is { Count: > 1 } ? p.Score - p.Low : (double?)null)),
                ["color"] = colour,
                ["thickness"] = 1,
                ["width"] = 3,
            },
            ["hovertext"] = Json.Array(points.Select(p => p is null ? "" : Hover(text, timeline, p))),
            ["hoverinfo"] = "text",
        });
        foreach (var change in timeline.Changes)
            Turn(figure, timeline, change, colour);
    }

    private static void Turn(FigureBuilder figure, StanceTimeline timeline, StanceChange change, string colour)
    {
        var (text, day) = (figure.Text, FrameCsv.Day(change.Day));
        figure.Append("shapes", new JsonObject { ["type"] = "line", ["xref"] = "x", ["yref"] = "paper", ["x0"] = day, ["x1"] = day, ["y0"] = 0, ["y1"] = 1, ["line"] = new JsonObject { ["color"] = colour, ["dash"] = "dash", ["width"] = 1.5 } });
        figure.Append("annotations", new JsonObject
        {
            ["x"] = day,
            ["y"] = 1,
            ["xref"] = "x",
            ["yref"] = "paper",
            ["yanchor"] = "bottom",
            ["showarrow"] = false,
            ["font"] = new JsonObject { ["color"] = colour, ["size"] = 12 },
            ["text"] = SafeText.Isolate($"{ChartText.Day(change.Day)}: {ChartText.Signed(change.Before)} {text.Raw("→", "←")} {ChartText.Signed(change.After)}", text.Arabic),
            ["hovertext"] = ChartText.Hover([$"<b>{text.Name(timeline.Actor)}</b>", text.Own("last before:", "آخر ما قبل:"), .. text.Evidence(change.LastBefore[0]), text.Own("first after:", "أول ما بعد:"), .. text.Evidence(change.FirstAfter[0])]),
        });
    }

    private static string Hover(ChartText text, StanceTimeline timeline, TimelinePoint p) => ChartText.Hover([
        $"<b>{text.Name(timeline.Actor)}</b>", text.Name(timeline.Issue), p.First == p.Last ? ChartText.Day(p.First) : SafeText.Isolate($"{ChartText.Day(p.First)} – {ChartText.Day(p.Last)}", text.Arabic),
        text.Measure(p.Score, p.Low, p.High, p.Count), .. text.Evidence(p.Evidence[0])]);

    private static string Middle(TimelinePoint p) => FrameCsv.Day(p.First.AddDays((p.Last.DayNumber - p.First.DayNumber) / 2));

    private static IEnumerable<List<TimelinePoint>> Runs(IReadOnlyList<TimelinePoint> points)
    {
        var run = new List<TimelinePoint>();
        foreach (var point in points)
        {
            if (run.Count > 0 && run[^1].Last.DayNumber + 1 < point.First.DayNumber)
            {
                yield return run;
                run = [];
            }
            run.Add(point);
        }
        if (run.Count > 0)
            yield return run;
    }
}
