using System.Globalization;
using Spectre.Console;

namespace Stance.Cli;

/// <summary>Results as tables in a terminal. Arabic sentences stand on lines of their own below the table, numbered: within a cell they would tear its borders.</summary>
internal sealed class StanceTable
{
    private readonly IAnsiConsole console;
    private readonly string language;

    public StanceTable(TextWriter writer, string language)
    {
        this.language = language;
        var terminal = ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected;
        console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No, ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors });
        if (!terminal)
            console.Profile.Width = 120;
    }

    public void Write(SourceArticle source, ArticleStances result, IReadOnlyList<StanceExplanation> explanations)
    {
        var article = result.Article;
        console.WriteLine();
        console.Write(new Markup($"[bold]{Markup.Escape(article.Id.Length > 0 ? article.Id : source.Where)}[/]"));
        console.WriteLine(article.Published is { } day ? $"  {day:yyyy-MM-dd}" : "");
        if (!string.IsNullOrWhiteSpace(article.Title))
            console.WriteLine(Isolate(article.Title));
        if (result.Stances.Count == 0)
        {
            console.WriteLine(Why(result));
            foreach (var explanation in explanations)
                Write(explanation);
            return;
        }
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var (header, right) in ((string, bool)[])[("", true), ("Actor", false), ("Stance", false), ("Issue", false), ("Probability", true)])
            table.AddColumn(new TableColumn(header) { Alignment = right ? Justify.Right : Justify.Left });
        var n = 0;
        foreach (var stance in result.Stances)
            table.AddRow(new Text($"{++n}"), new Text(language == "ar" ? Isolate(stance.Actor.ArabicName) : stance.Actor.EnglishName), Colour(stance.Stance), new Text(IssueName(stance.Issue)), new Text($"{stance.Probability * 100:F0}%"));
        console.Write(table);
        n = 0;
        foreach (var stance in result.Stances)
        {
            n++;
            foreach (var evidence in stance.Evidence)
                console.WriteLine($"{n,3}  {Isolate(evidence.Text)}");
            foreach (var explanation in explanations.Where(e => e.Actor == stance.Actor && e.Issue == stance.Issue))
                Reasons(explanation);
        }
        foreach (var explanation in explanations.Where(e => !result.Stances.Any(s => s.Actor == e.Actor && s.Issue == e.Issue)))
            Write(explanation);
        if (result.Sentiments.Count == 0)
            return;
        console.WriteLine();
        console.WriteLine("Sentiment: " + string.Join("; ", result.Sentiments.Select(s => $"{s.Source.Code} → {s.Target.Code} {LabelledJson.NameOf(s.Sentiment)} ({s.Probability * 100:F0}%)")));
    }

    /// <summary>A pair that was asked about and got no stance.</summary>
    private void Write(StanceExplanation explanation)
    {
        console.WriteLine($"{explanation.Actor.Code}:{explanation.Issue.Id}  {explanation.Why}");
        if (explanation.Statements is [var best, ..])
            console.WriteLine($"     {Isolate(best.Text)}");
        Reasons(explanation);
    }

    /// <summary>The three strongest reasons for and against there being a stance, and then for the side that it takes.</summary>
    private void Reasons(StanceExplanation explanation)
    {
        if (explanation is not { StanceReasons: { } stance, FavorReasons: { } favor, NeutralReasons: { } neutral } || explanation.Statements.Count == 0)
            return;
        Lines("stance", stance.For(Strongest), stance.Against(Strongest));
        if (explanation.Stance == StanceLabel.Neutral)
            Lines("neutral", neutral.For(Strongest), neutral.Against(Strongest));
        else if (explanation.Stance == StanceLabel.Favor)
            Lines("favor", favor.For(Strongest), favor.Against(Strongest));
        else
            Lines("against", favor.Against(Strongest), favor.For(Strongest));

        void Lines(string what, IEnumerable<Contribution> reasons, IEnumerable<Contribution> others)
        {
            Line("for " + what, reasons);
            Line("not " + what, others);
        }

        void Line(string name, IEnumerable<Contribution> reasons)
        {
            var shown = reasons.Where(r => Math.Abs(r.LogOdds) >= 0.05).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Feature} {Math.Abs(r.LogOdds):F1}")).ToList();
            if (shown.Count > 0)
                console.WriteLine($"     {name + ":",-12} {string.Join("; ", shown)}");
        }
    }

    private const int Strongest = 3;

    private static string Why(ArticleStances result) => result.Reason switch
    {
        EmptyReason.NoText => "No stances: the article has no text.",
        EmptyReason.UnsupportedLanguage => "No stances: the text is neither Arabic nor English.",
        EmptyReason.NoActor => "No stances: no known state or bloc is named.",
        EmptyReason.NoIssue => "No stances: no issue of the catalogue is touched.",
        _ => $"No stances: {string.Join(", ", result.Mentions.Select(m => m.Actor.Code).Distinct())} named, issues touched, but no stance is probable enough.",
    };

    private string IssueName(Issue issue) => issue.Name.GetValueOrDefault(language) is { } name ? language == "ar" ? Isolate(name) : name : issue.Id;

    private static Markup Colour(StanceLabel stance) => stance switch
    {
        StanceLabel.Favor => new Markup("[blue]favor[/]"),
        StanceLabel.Against => new Markup("[darkorange]against[/]"),
        _ => new Markup("neutral"),
    };

    /// <summary>Text of either direction kept to itself (Unicode bidi isolates), on one line.</summary>
    private static string Isolate(string text) => $"\u2068{text.ReplaceLineEndings(" ").Trim()}\u2069";
}
