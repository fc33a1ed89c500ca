using System.Globalization;

namespace Stance;

/// <summary>The tables of what is found in articles and computed over many.</summary>
internal static class ResultTables
{
    /// <summary>Actors and issues of a matrix that are shown.</summary>
    private const int MostAcross = 15, MostDown = 25;

    private const int EvidenceLength = 200;

    public static DisplayTable Of(ArticleStances result)
    {
        var table = new DisplayTable(string.IsNullOrWhiteSpace(result.Article.Title) ? "Stances" : result.Article.Title, "Actor", "Stance", "Issue", "Probability", "Speaker", "Evidence");
        table.Notes.Add(string.Join(" · ", ((string?[])[result.Article.Published is { } day ? FrameCsv.Day(day) : null, result.Article.Source, result.Article.Id, result.Stances.Count == 0 ? $"no stances: {result.Reason}" : null]).Where(t => !string.IsNullOrEmpty(t))));
        foreach (var s in result.Stances)
            table.Add([s.Actor.EnglishName, Label(s.Stance), Name(s.Issue), Percent(s.Probability), s.Speaker, Text(s.Evidence)]);
        return table;
    }

    public static DisplayTable Of(ActorStance stance) => new DisplayTable($"{stance.Actor.EnglishName}: {Name(stance.Issue)}", "Stance", "Probability", "Favor", "Against", "Neutral", "None", "Speaker", "Evidence")
        .Add(Label(stance.Stance), Percent(stance.Probability), Percent(stance.Probabilities.Favor), Percent(stance.Probabilities.Against), Percent(stance.Probabilities.Neutral), Percent(stance.Probabilities.None), stance.Speaker, Text(stance.Evidence));

    public static DisplayTable Of(StanceMatrix matrix)
    {
        var (actors, issues) = (matrix.Actors.Take(MostAcross).ToList(), matrix.Issues.Take(MostDown).ToList());
        var table = new DisplayTable("Who takes which stance on which issue", ["Issue", .. actors.Select(a => a.EnglishName)]);
        table.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{actors.Count} of {matrix.Actors.Count} actors and {issues.Count} of {matrix.Issues.Count} issues, those with the most articles. +1 favor, −1 against; ?: the 95 % interval leaves the sign open; grey: no evidence."));
        foreach (var issue in issues)
            table.Add([Name(issue), .. actors.Select(a => matrix[a.Code, issue.Id] is { } cell
                ? new DisplayCell(Signed(cell.Score, 1) + (cell.Low <= 0 && cell.High >= 0 ? "?" : ""), DisplayColours.Of(cell.Score), $"{a.EnglishName} {Measure(cell.Score, cell.Low, cell.High, cell.Count)}: {Text(cell.Evidence[0].Stance.Evidence)}")
                : new DisplayCell("·", DisplayColours.NoEvidence, "no evidence"))]);
        return table;
    }

    public static DisplayTable Of(StanceCell cell)
    {
        var table = new DisplayTable($"{cell.Actor.EnglishName}: {Name(cell.Issue)}", "Stance", "Probability", "Published", "Article", "Speaker", "Evidence");
        table.Notes.Add(Measure(cell.Score, cell.Low, cell.High, cell.Count));
        foreach (var (article, s) in cell.Evidence)
            table.Add(Label(s.Stance), Percent(s.Probability), Day(article), string.IsNullOrWhiteSpace(article.Title) ? article.Id : article.Title, s.Speaker, Text(s.Evidence));
        return table;
    }

    public static DisplayTable Of(StanceTimeline timeline)
    {
        var table = new DisplayTable($"{timeline.Actor.EnglishName}: {Name(timeline.Issue)}, by {timeline.Options.Window.ToString().ToLowerInvariant()}", "From", "To", "Score", "95 % interval", "Articles", "Evidence");
        foreach (var change in timeline.Changes)
            table.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"Turned on {FrameCsv.Day(change.Day)}: {Signed(change.Before)} → {Signed(change.After)} (p = {change.PValue:0.000})"));
        foreach (var p in timeline.Points)
            table.Add(FrameCsv.Day(p.First), FrameCsv.Day(p.Last), Score(p.Score), Interval(p.Low, p.High), Count(p.Count), Text(p.Evidence[0].Stance.Evidence));
        return table;
    }

    public static DisplayTable Of(AgreementNetwork network)
    {
        var table = new DisplayTable("Who agrees with whom", "First", "Second", "Agreement", "95 % interval", "Shared issues", "Most divided on");
        table.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{network.Actors.Count} actors, {network.Communities.Count} communities, modularity {network.Modularity:0.00}. 1: the same scores on all shared issues; 0: opposite extremes."));
        foreach (var a in network.Agreements.OrderByDescending(a => a.Value))
            table.Add(a.First.EnglishName, a.Second.EnglishName, new DisplayCell(Share(a.Value), DisplayColours.Of(2 * a.Value - 1)), $"[{Share(a.Low)}, {Share(a.High)}]", Count(a.Count), Name(a.Issues[0].First.Issue));
        return table;
    }

    public static DisplayTable Of(SentimentNetwork network)
    {
        var table = new DisplayTable("Who speaks how of whom", "Source", "Target", "Score", "95 % interval", "Articles", "Evidence");
        foreach (var tie in network.Ties.OrderByDescending(t => t.Count).ThenBy(t => t.Score))
            table.Add(tie.Source.EnglishName, tie.Target.EnglishName, Score(tie.Score), Interval(tie.Low, tie.High), Count(tie.Count), Text(tie.Evidence[0].Sentiment.Evidence));
        return table;
    }

    public static DisplayTable Of(StanceContrast contrast)
    {
        var table = new DisplayTable($"{contrast.First.EnglishName} and {contrast.Second.EnglishName}", "Issue", contrast.First.EnglishName, contrast.Second.EnglishName, "Difference", "95 % interval", "Evidence of the first", "Evidence of the second");
        if (contrast.Agreement is { } agreement)
            table.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"Agreement {Share(agreement.Value)} [{Share(agreement.Low)}, {Share(agreement.High)}] over {agreement.Count} shared issues"));
        foreach (var row in contrast.Rows)
            table.Add(Name(row.Issue), Score(row.First?.Score), Score(row.Second?.Score), row.Difference is { } d ? Signed(d.Value) : "", row.Difference is { } e ? Interval(e.Low, e.High) : "",
                row.FirstEvidence is { } first ? Text(first.Stance.Evidence) : "", row.SecondEvidence is { } second ? Text(second.Stance.Evidence) : "");
        return table;
    }

    public static DisplayTable Of(InternalConflicts conflicts)
    {
        var table = new DisplayTable("Who speaks otherwise than the state", "State", "Issue", "State's score", "Speaker", "Speaker's score", "Articles", "Evidence");
        foreach (var conflict in conflicts.Conflicts)
            foreach (var voice in conflict.Otherwise)
                table.Add(conflict.Cell.Actor.EnglishName, Name(conflict.Cell.Issue), Score(conflict.Cell.Score), voice.Holder?.EnglishName ?? voice.Name, Score(voice.Score), Count(voice.Count), Text(voice.Evidence[0].Stance.Evidence));
        return table;
    }

    internal static string Name(Issue issue) => issue.Name.GetValueOrDefault("en") ?? issue.Name.GetValueOrDefault("ar") ?? issue.Id;

    internal static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    internal static string Share(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    internal static string Percent(double value) => $"{Math.Round(100 * value).ToString(CultureInfo.InvariantCulture)}%";

    internal static string Label(StanceLabel stance) => stance switch { StanceLabel.Favor => "+ favor", StanceLabel.Against => "− against", _ => "0 neutral" };

    private static string Day(Article article) => article.Published is { } day ? FrameCsv.Day(day) : "";

    private static DisplayCell Score(double? score) => score is { } value ? new DisplayCell(Signed(value), DisplayColours.Of(value)) : new DisplayCell("·", DisplayColours.NoEvidence, "no evidence");

    private static string Measure(double score, double low, double high, int count) => $"{Signed(score)} {Interval(low, high)}, {Count(count)} {(count == 1 ? "article" : "articles")}";

    private static string Interval(double low, double high) => $"[{Signed(low)}, {Signed(high)}]";

    private static string Signed(double value, int digits = 2)
    {
        var rounded = Math.Round(value, digits) + 0.0;
        return (rounded > 0 ? "+" : rounded < 0 ? "−" : "") + Math.Abs(rounded).ToString(digits == 1 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
    }

    private static string Text(IReadOnlyList<Evidence> evidence)
    {
        var text = FrameCsv.First(evidence);
        if (text.Length <= EvidenceLength)
            return text;
        var space = text.LastIndexOf(' ', EvidenceLength);
        return text[..(space > 0 ? space : EvidenceLength)] + "…";
    }
}
