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

    public void Write(SourceArticle source, ArticleStances result)
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
        }
        if (result.Sentiments.Count == 0)
            return;
        console.WriteLine();
        console.WriteLine("Sentiment: " + string.Join("; ", result.Sentiments.Select(s => $"{s.Source.Code} → {s.Target.Code} {LabelledJson.NameOf(s.Sentiment)} ({s.Probability * 100:F0}%)")));
    }

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
