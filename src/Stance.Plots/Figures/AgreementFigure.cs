using System.Text.Json.Nodes;

namespace Stance.Plots;

/// <summary>Agreement between states, as a matrix with the communities side by side and as a network.</summary>
internal static class AgreementFigure
{
    /// <summary>Ties drawn of one state.</summary>
    private const int TiesShown = 4;

    private static readonly (double From, double Width)[] Strengths = [(0, 0.8), (0.25, 1.6), (0.5, 3), (0.75, 5)];

    public static StanceChart Matrix(AgreementNetwork network, ChartOptions options)
    {
        var text = new ChartText(options);
        var figure = Start(network, text, text.Raw("Who agrees with whom", "من يتفق مع من"),
            text.Raw("1: the same scores on all shared issues, 0: opposite extremes. Frames: communities. Grey with a dot: too few shared issues. “?”: single articles only, or an interval that holds one half.",
                "1: الدرجات نفسها في كل القضايا المشتركة، 0: طرفا نقيض. الأطر: التكتلات. رمادي بنقطة: قضايا مشتركة قليلة. «?»: مقالات مفردة فقط، أو مجال يضم النصف."));
        var actors = Clustered(network, options);
        if (actors.Count == 0)
            return figure.Nothing().Build();
        var names = actors.Select(text.Name).ToList();
        HeatFigure.Fill(figure, names, names,
            (r, c) => network[actors[r].Code, actors[c].Code] is { } pair ? new HeatCell(pair.Value, ChartText.Share(pair.Value), pair.IsThin || (pair.Low <= 0.5 && pair.High >= 0.5), Hover(text, pair)) : null,
            (r, c) => r == c ? text.Name(actors[r]) : ChartText.Hover(SafeText.Isolate($"<b>{names[r]} · {names[c]}</b>", text.Arabic), text.Own("too few shared issues", "قضايا مشتركة قليلة")),
            Palette.Sequential, (0, 1), [(0, ChartText.Share(0)), (0.5, ChartText.Share(0.5)), (1, ChartText.Share(1))]);
        for (var first = 0; first < actors.Count;)
        {
            var end = first;
            while (end < actors.Count && network.CommunityOf(actors[end].Code) == network.CommunityOf(actors[first].Code))
                end++;
            if (end - first > 1)
                figure.Append("shapes", new JsonObject { ["type"] = "rect", ["x0"] = first - 0.5, ["x1"] = end - 0.5, ["y0"] = first - 0.5, ["y1"] = end - 0.5, ["line"] = new JsonObject { ["color"] = "#d55e00", ["width"] = 3 } });
            first = end;
        }
        return figure.Build();
    }

    public static StanceChart Network(AgreementNetwork network, ChartOptions options)
    {
        var text = new ChartText(options);
        var figure = Start(network, text, text.Raw("Who stands with whom", "من يقف مع من"),
            text.Raw("Lines join states that agree on more than half, for each its four closest; the thicker, the more. Dotted: single articles only, or an interval that holds one half. Colour and shape: communities.", "الخطوط تصل دولا تتفق على أكثر من النصف، لكل دولة أقرب أربع إليها، والأسمك أكثر اتفاقا. منقط: مقالات مفردة فقط، أو مجال يضم النصف. اللون والشكل: التكتلات."));
        var actors = Clustered(network, options);
        if (actors.Count == 0)
            return figure.Nothing().Build();
        var at = actors.Select((a, i) => (a.Code, i)).ToDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
        var ties = network.Agreements.Where(a => a.Weight > 0 && at.ContainsKey(a.First.Code) && at.ContainsKey(a.Second.Code)).ToList();
        // Where all agree with all a picture of every tie shows none.
        var strongest = actors.SelectMany(a => ties.Where(t => t.First.Equals(a) || t.Second.Equals(a)).OrderByDescending(t => t.Value).ThenBy(t => t.First.Code + t.Second.Code, StringComparer.Ordinal).Take(TiesShown)).ToHashSet();
        var pairs = ties.Where(strongest.Contains).ToList();
        var place = SpringLayout.Of(actors.Count, [.. pairs.Select(p => (at[p.First.Code], at[p.Second.Code], p.Weight))]);
        foreach (var group in pairs.GroupBy(p => (Strengths.Last(s => p.Weight >= s.From).Width, Unsure: p.IsThin || p.Low <= 0.5)).OrderBy(g => g.Key))
            figure.Add(new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "lines",
                ["x"] = Json.Array(group.SelectMany(p => (double?[])[place[at[p.First.Code]].X, place[at[p.Second.Code]].X, null])),
                ["y"] = Json.Array(group.SelectMany(p => (double?[])[place[at[p.First.Code]].Y, place[at[p.Second.Code]].Y, null])),
                ["line"] = new JsonObject { ["color"] = "#b0b0b0", ["width"] = group.Key.Width, ["dash"] = group.Key.Unsure ? "dot" : "solid" },
                ["hoverinfo"] = "skip",
            });
        // A line has no label of its own: an unseen mark in its middle has.
        figure.Add(new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["x"] = Json.Array(pairs.Select(p => (place[at[p.First.Code]].X + place[at[p.Second.Code]].X) / 2)),
            ["y"] = Json.Array(pairs.Select(p => (place[at[p.First.Code]].Y + place[at[p.Second.Code]].Y) / 2)),
            ["marker"] = new JsonObject { ["size"] = 12, ["opacity"] = 0 },
            ["hovertext"] = Json.Array(pairs.Select(p => Hover(text, p))),
            ["hoverinfo"] = "text",
        });
        figure.Add(new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers+text",
            ["x"] = Json.Array(place.Select(p => p.X)),
            ["y"] = Json.Array(place.Select(p => p.Y)),
            ["text"] = Json.Array(actors.Select(text.Name)),
            ["textposition"] = "top center",
            ["marker"] = new JsonObject
            {
                ["size"] = 18,
                ["color"] = Json.Array(actors.Select(a => Palette.Groups[network.CommunityOf(a.Code)!.Value % Palette.Groups.Length])),
                ["symbol"] = Json.Array(actors.Select(a => Palette.Symbols[network.CommunityOf(a.Code)!.Value % Palette.Symbols.Length])),
                ["line"] = new JsonObject { ["color"] = "#ffffff", ["width"] = 1.5 },
            },
            ["hovertext"] = Json.Array(actors.Select(a => ChartText.Hover($"<b>{text.Name(a)}</b>", SafeText.Isolate($"{text.Raw("community", "التكتل")} {ChartText.Count(network.CommunityOf(a.Code)!.Value + 1)}", text.Arabic)))),
            ["hoverinfo"] = "text",
        });
        figure.Layout["xaxis"] = new JsonObject { ["visible"] = false, ["range"] = new JsonArray(-1.3, 1.3) };
        figure.Layout["yaxis"] = new JsonObject { ["visible"] = false, ["range"] = new JsonArray(-1.2, 1.3) };
        figure.Layout["height"] = 640;
        return figure.Build();
    }

    private static FigureBuilder Start(AgreementNetwork network, ChartText text, string title, string note)
    {
        var figure = new FigureBuilder(text, title, note)
        {
            Headers = [text.Raw("Actor", "الطرف"), text.Raw("Actor", "الطرف"), text.Raw("Agreement", "الاتفاق"), text.Raw("95 % interval", "مجال 95٪"), text.Raw("Shared issues", "القضايا المشتركة"), text.Raw("Most divided on", "أشد خلاف على")],
        };
        foreach (var a in network.Agreements)
            figure.Rows.Add([text.RawName(a.First), text.RawName(a.Second), ChartTable.Share(a.Value), $"[{ChartTable.Share(a.Low)}, {ChartTable.Share(a.High)}]", ChartTable.Count(a.Count), text.RawName(a.Issues[0].First.Issue)]);
        return figure;
    }

    /// <summary>By community; within it those first that agree most with the others of it.</summary>
    private static List<Actor> Clustered(AgreementNetwork network, ChartOptions options)
    {
        double Inside(Actor actor) => network.Communities[network.CommunityOf(actor.Code)!.Value].Sum(other => network[actor.Code, other.Code]?.Value ?? 0);
        double All(Actor actor) => network.Agreements.Where(a => a.First.Equals(actor) || a.Second.Equals(actor)).Sum(a => a.Count);
        return [.. network.Actors.OrderByDescending(All).ThenBy(a => a.Code, StringComparer.Ordinal).Take(options.MaxActors)
            .OrderBy(a => network.CommunityOf(a.Code)).ThenByDescending(Inside).ThenBy(a => a.Code, StringComparer.Ordinal)];
    }

    private static string Hover(ChartText text, Agreement pair)
    {
        var (one, other) = pair.Issues[0];
        return ChartText.Hover(SafeText.Isolate($"<b>{text.Name(pair.First)} · {text.Name(pair.Second)}</b>", text.Arabic),
            SafeText.Isolate($"{text.Raw("agreement", "الاتفاق")} {ChartText.Share(pair.Value)} [{ChartText.Share(pair.Low)}–{ChartText.Share(pair.High)}] · {text.Raw("shared issues", "القضايا المشتركة")} {ChartText.Count(pair.Count)}", text.Arabic),
            SafeText.Isolate($"{text.Raw("most divided on", "أشد خلاف على")}: {text.Name(one.Issue)}", text.Arabic),
            SafeText.Isolate($"{text.Name(pair.First)} {ChartText.Signed(one.Score)} · {text.Name(pair.Second)} {ChartText.Signed(other.Score)}", text.Arabic));
    }
}
