namespace Stance.Plots;

/// <summary>Stances and sentiments as heat maps.</summary>
internal static class MatrixFigure
{
    public static StanceChart Of(StanceMatrix matrix, ChartOptions options)
    {
        var text = new ChartText(options);
        var figure = new FigureBuilder(text, text.Raw("Who takes which stance", "من يتخذ أي موقف"), Note(text));
        var (actors, issues) = (matrix.Actors.Take(options.MaxActors).ToList(), matrix.Issues.Take(options.MaxIssues).ToList());
        figure.Headers = [text.Raw("Issue", "القضية"), text.Raw("Actor", "الطرف"), text.Raw("Score", "الدرجة"), text.Raw("95 % interval", "مجال 95٪"), text.Raw("Articles", "المقالات"), text.Raw("Evidence", "الدليل")];
        foreach (var issue in issues)
            foreach (var actor in actors)
                if (matrix[actor.Code, issue.Id] is { } cell)
                    figure.Rows.Add([text.RawName(issue), text.RawName(actor), ChartTable.Signed(cell.Score), ChartTable.Interval(cell.Low, cell.High), ChartTable.Count(cell.Count), ChartTable.First(cell.Evidence[0].Stance.Evidence)]);
        if (actors.Count == 0)
            return figure.Nothing().Build();
        HeatFigure.Fill(figure, [.. actors.Select(text.Name)], [.. issues.Select(i => text.Label(i))],
            (r, c) => matrix[actors[c].Code, issues[r].Id] is { } cell ? new HeatCell(cell.Score, ChartText.Signed(cell.Score), IsUnsure(cell), Hover(text, cell)) : null,
            (r, c) => ChartText.Hover($"<b>{text.Name(actors[c])}</b>", text.Name(issues[r]), text.NoEvidence),
            Palette.Diverging, (-1, 1), Legend(text, "against", "معارض", "favor", "مؤيد"));
        return figure.Build();
    }

    public static StanceChart Of(SentimentNetwork network, ChartOptions options)
    {
        var text = new ChartText(options);
        var figure = new FigureBuilder(text, text.Raw("How states speak of one another (rows speak of columns)", "كيف تتحدث الدول بعضها عن بعض (الصفوف تتحدث عن الأعمدة)"), Note(text));
        var actors = network.Actors.Take(options.MaxActors).ToList();
        figure.Headers = [text.Raw("Source", "المتحدث"), text.Raw("Target", "المعني"), text.Raw("Score", "الدرجة"), text.Raw("95 % interval", "مجال 95٪"), text.Raw("Articles", "المقالات"), text.Raw("Evidence", "الدليل")];
        foreach (var tie in network.Ties.Where(t => actors.Contains(t.Source) && actors.Contains(t.Target)))
            figure.Rows.Add([text.RawName(tie.Source), text.RawName(tie.Target), ChartTable.Signed(tie.Score), ChartTable.Interval(tie.Low, tie.High), ChartTable.Count(tie.Count), ChartTable.First(tie.Evidence[0].Sentiment.Evidence)]);
        if (actors.Count == 0)
            return figure.Nothing().Build();
        string Pair(int r, int c) => $"<b>{text.Name(actors[r])} {text.Raw("→", "←")} {text.Name(actors[c])}</b>";
        HeatFigure.Fill(figure, [.. actors.Select(text.Name)], [.. actors.Select(text.Name)],
            (r, c) => network[actors[r].Code, actors[c].Code] is not { } tie ? null : new HeatCell(tie.Score, ChartText.Signed(tie.Score), tie.Count == 1 || (tie.Low <= 0 && tie.High >= 0),
                ChartText.Hover([SafeText.Isolate(Pair(r, c), text.Arabic), text.Measure(tie.Score, tie.Low, tie.High, tie.Count), .. Evidence(text, tie)])),
            (r, c) => ChartText.Hover(SafeText.Isolate(Pair(r, c), text.Arabic), text.NoEvidence),
            Palette.Diverging, (-1, 1), Legend(text, "negative", "سلبي", "positive", "إيجابي"));
        return figure.Build();
    }

    /// <summary>One article, or an interval that holds 0: the sign is open.</summary>
    public static bool IsUnsure(StanceCell cell) => cell.Count == 1 || (cell.Low <= 0 && cell.High >= 0);

    public static string Hover(ChartText text, StanceCell cell) =>
        ChartText.Hover([$"<b>{text.Name(cell.Actor)}</b>", text.Name(cell.Issue), text.Measure(cell.Score, cell.Low, cell.High, cell.Count), .. text.Evidence(cell.Evidence[0])]);

    public static string Note(ChartText text) => text.Raw("Score from −1 to +1. Grey with a dot: no evidence; white: neutral. “?”: one article only, or an interval that holds 0.",
        "الدرجة من −1 إلى +1. رمادي بنقطة: لا دليل، أبيض: محايد. «?»: مقالة واحدة فقط، أو مجال يضم الصفر.");

    private static IEnumerable<string> Evidence(ChartText text, SentimentTie tie)
    {
        var (article, sentiment) = tie.Evidence[0];
        return text.Evidence(article, sentiment.Evidence, sentiment.Probability, null, sentiment.Sentiment switch
        {
            SentimentLabel.Positive => text.Raw("positive", "إيجابي"),
            SentimentLabel.Negative => text.Raw("negative", "سلبي"),
            _ => text.Raw("neutral", "محايد"),
        });
    }

    public static (double, string)[] Legend(ChartText text, string against, string contra, string favor, string pro) =>
    [
        (-1, SafeText.Isolate($"{ChartText.Signed(-1)} {text.Raw(against, contra)}", text.Arabic)),
        (0, SafeText.Isolate($"{ChartText.Signed(0)} {text.Raw("neutral", "محايد")}", text.Arabic)),
        (1, SafeText.Isolate($"{ChartText.Signed(1)} {text.Raw(favor, pro)}", text.Arabic)),
    ];
}
