using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stance.Cli;

/// <summary><c>stance analyze</c>: articles in, stances out.</summary>
internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var inputs = CommonOptions.Inputs();
        var (issues, actors, model, min, threads, onError) = (CommonOptions.Issues(), CommonOptions.Actors(), CommonOptions.Model(), CommonOptions.MinProbability(), CommonOptions.Threads(), CommonOptions.OnError());
        var pairs = new Option<bool>("--pairs") { Description = "Answer every pair that a row asks for in \"pairs\" (or that it is labelled for)." };
        var format = new Option<string>("--format") { Description = "table, jsonl or csv.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "jsonl", "csv");
        var language = new Option<string>("--names") { Description = "Language of names in the table: en or ar.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "ar");
        var explain = new Option<bool>("--explain") { Description = "Say of each stance what spoke for and against it (table, jsonl)." };
        var explainPair = new Option<string[]>("--explain-pair") { Description = "Explain this pair in every article too, whether or not it has a stance; may be given several times (table, jsonl).", HelpName = "ACTOR:ISSUE", DefaultValueFactory = _ => [] };
        var output = CommonOptions.Out("Write to this file instead of standard output.");
        var command = new Command("analyze", "Say which state takes which stance on which issue, with the sentences that show it.") { inputs, issues, actors, model, min, threads, onError, pairs, format, language, explain, explainPair, output };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(new Request(
            parsed.GetValue(inputs) ?? [], parsed.GetValue(issues), parsed.GetValue(actors), parsed.GetValue(model), parsed.GetValue(min), parsed.GetValue(threads), parsed.GetValue(onError) == "skip",
            parsed.GetValue(pairs), parsed.GetValue(format)!, parsed.GetValue(language)!, parsed.GetValue(explain), parsed.GetValue(explainPair) ?? [], parsed.GetValue(output)), cancellation)));
        return command;
    }

    private sealed record Request(string[] Inputs, string? Issues, string? Actors, string? Model, double? MinProbability, int? Threads, bool Skip, bool Pairs, string Format, string Names, bool Explain, string[] ExplainPairs, string? Out)
    {
        public bool Explains => Explain || ExplainPairs.Length > 0;
    }

    private static int Run(Request request, CancellationToken cancellation)
    {
        CommonOptions.CheckOutput(request.Out);
        CommonOptions.CheckRanges(request.MinProbability, request.Threads);
        if (request.Explains && request.Format == "csv")
            throw new FormatException("--format csv with --explain or --explain-pair; allowed: table or jsonl");
        foreach (var path in request.Inputs)
            ArticleSource.Files(path);
        var analyzer = CommonOptions.Analyzer(request.Model, request.Issues, request.Actors, request.MinProbability, request.Threads);
        var explained = request.ExplainPairs.Select(p => ExplainedPair(p, analyzer)).ToList();
        var source = new ArticleSource(request.Inputs, request.Pairs ? analyzer : null, request.Skip);
        if (request.Out is { } path2)
            TextFile.Write(path2, stream =>
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
                Write(request, analyzer, explained, source, writer, cancellation);
            });
        else
            Write(request, analyzer, explained, source, Console.Out, cancellation);
        return Reject(source, request.Out);
    }

    private static (string Actor, string Issue) ExplainedPair(string pair, StanceAnalyzer analyzer)
    {
        var cut = pair.IndexOf(':', StringComparison.Ordinal);
        var (actor, issue) = cut < 0 ? (pair, "") : (pair[..cut], pair[(cut + 1)..]);
        if (analyzer.Actors.Find(actor) is null)
            throw new FormatException($"--explain-pair {pair}: actor '{actor}' is not known; allowed: ACTOR:ISSUE with an actor's code, as RUS:an-issue");
        if (analyzer.Issues.Find(issue) is null)
            throw new FormatException($"--explain-pair {pair}: issue '{issue}' is not known; allowed: ACTOR:ISSUE with an id of the issue definitions ({analyzer.Issues.Count} issues)");
        return (actor, issue);
    }

    private static void Write(Request request, StanceAnalyzer analyzer, List<(string Actor, string Issue)> explained, ArticleSource source, TextWriter writer, CancellationToken cancellation)
    {
        using var progress = new ProgressLine("analysed", request.Out is not null || Console.IsOutputRedirected);
        var results = Parallel(analyzer, request.Explain, explained, source, request.Threads, cancellation);
        switch (request.Format)
        {
            case "jsonl":
                foreach (var (_, result, explanations) in results)
                {
                    // A whole line at a time: whoever reads along never sees half a row.
                    writer.Write(ArticleStancesJson.Write(result, request.Pairs, request.Explains ? explanations : null) + "\n");
                    progress.Tick();
                }
                break;
            case "csv":
                writer.Write("article,published,actor,issue,stance,probability,speaker,evidence\n");
                foreach (var (_, result, _) in results)
                {
                    writer.Write(Rows(result));
                    progress.Tick();
                }
                break;
            default:
                var table = new StanceTable(writer, request.Names);
                foreach (var (article, result, explanations) in results)
                    table.Write(article, result, explanations);
                break;
        }
        writer.Flush();
    }

    private static IEnumerable<(SourceArticle Source, ArticleStances Result, IReadOnlyList<StanceExplanation> Explanations)> Parallel(StanceAnalyzer analyzer, bool explain, List<(string Actor, string Issue)> explained, ArticleSource source, int? threads, CancellationToken cancellation) =>
        source.Read().AsParallel().AsOrdered().WithDegreeOfParallelism(threads ?? Math.Min(Environment.ProcessorCount, CommonOptions.MostThreads)).WithCancellation(cancellation)
            .Select(a =>
            {
                var result = analyzer.Analyze(a.Article, a.Pairs);
                var asked = (explain ? result.Stances.Select(s => (s.Actor.Code, s.Issue.Id)) : []).Concat(explained).Distinct();
                return (a, result, analyzer.Explain(a.Article, asked));
            }).AsSequential().Unwrapped();

    private static string Rows(ArticleStances result)
    {
        var rows = new StringBuilder();
        foreach (var stance in result.Stances)
        {
            rows.AppendJoin(',', Csv.Field(result.Article.Id), result.Article.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "", Csv.Field(stance.Actor.Code), Csv.Field(stance.Issue.Id),
                LabelledJson.NameOf(stance.Stance), stance.Probability.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture), Csv.Field(stance.Speaker ?? ""), Csv.Field(stance.Evidence is [var first, ..] ? first.Text : ""));
            rows.Append('\n');
        }
        return rows.ToString();
    }

    /// <summary>Writes the skipped rows beside the output; returns the exit code.</summary>
    public static int Reject(ArticleSource source, string? output) => Reject(source.Rejected, output);

    /// <summary>Writes skipped rows beside the output; returns the exit code.</summary>
    public static int Reject(IReadOnlyList<RejectedRow> rejected, string? output)
    {
        if (rejected.Count == 0)
            return ExitCode.Ok;
        var path = (output ?? "stance") + ".rejected.jsonl";
        var text = new StringBuilder();
        foreach (var row in rejected)
            text.Append(JsonSerializer.Serialize(new { file = row.File, line = row.Line, message = row.Message, row = row.Row }, Relaxed)).Append('\n');
        TextFile.Write(path, text.ToString());
        foreach (var row in rejected.Take(5))
            Console.Error.WriteLine($"stance: skipped: {row.Message}");
        Console.Error.WriteLine($"stance: {rejected.Count} row(s) skipped; see {path}");
        return ExitCode.RowsSkipped;
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
