using System.Globalization;

namespace Stance.Benchmarks;

/// <summary>How often the statement stage names the gold actor as the speaker of the gold evidence; by language, with the kinds of failure. No model takes part: the lexicons and the rules alone.</summary>
internal static class AttributionRun
{
    /// <summary>A speaker this near to the surest one counts as top too: joint authors.</summary>
    private const float Joint = 0.9f;

    /// <summary>Runs over the train split of the shipped corpus, or over the labelled files given.</summary>
    /// <param name="arguments">Labelled files or folders; a last <c>--list KIND</c> prints the evidence of each failure whose kind begins so.</param>
    public static int Run(string[] arguments)
    {
        var (list, files) = arguments is [.. var before, "--list", var kind] ? (kind, before) : (null, arguments);
        var lexicon = new Lexicon(ActorCatalog.Default, LanguageData.Shipped);
        if (files.Length == 0)
            Report("training-data, train split", BenchmarkArticles.Corpus.Articles.Where(a => a.Split == "train"), lexicon, list);
        foreach (var file in files)
            Report(Path.GetFileName(file), LabelledCorpus.Read(file).Articles, lexicon, list);
        return 0;
    }

    private static void Report(string name, IEnumerable<LabelledArticle> articles, Lexicon lexicon, string? list)
    {
        var tallies = new Dictionary<string, Tally>(StringComparer.Ordinal) { ["all"] = new(), [LanguageDetector.Arabic] = new(), [LanguageDetector.English] = new() };
        foreach (var labelled in articles)
        {
            var analysis = ArticleAnalysis.Of(lexicon, labelled.Article);
            if (!tallies.TryGetValue(analysis.Document.Language, out var tally))
                continue;
            foreach (var of in (Tally[])[tallies["all"], tally])
                Count(labelled, analysis, lexicon, of, of == tally ? list : null);
        }
        Console.WriteLine($"{name}");
        Console.WriteLine("| language | stances | top speaker | any speaker | top speakers that are right | top speakers an evidence |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var (language, t) in tallies)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {language} | {t.Stances} | {Share(t.Top, t.Stances)} | {Share(t.Any, t.Stances)} | {Share(t.RightSpeakers, t.Speakers)} | {(t.Stances == 0 ? 0 : (double)t.TopActors / t.Stances):F2} |"));
        Console.WriteLine();
        foreach (var (kind, count) in tallies["all"].Failures.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal))
            Console.WriteLine($"| {kind} | {count} | {tallies[LanguageDetector.Arabic].Failures.GetValueOrDefault(kind)} | {tallies[LanguageDetector.English].Failures.GetValueOrDefault(kind)} |");
        Console.WriteLine();
    }

    private static string Share(int part, int whole) => whole == 0 ? "–" : (100.0 * part / whole).ToString("F1", CultureInfo.InvariantCulture) + " %";

    private static void Count(LabelledArticle labelled, ArticleAnalysis analysis, Lexicon lexicon, Tally tally, string? list)
    {
        // Who is right, for each statement: everybody whose evidence it overlaps.
        var right = new Dictionary<int, HashSet<int>>();
        foreach (var stance in labelled.Stances)
        {
            if (stance.Evidence.Count == 0)
                continue;
            tally.Stances++;
            var actor = lexicon.ActorIndex[stance.Actor];
            var overlapping = Overlapping(stance, analysis);
            var top = new HashSet<int>();
            var any = new HashSet<int>();
            foreach (var s in overlapping)
            {
                if (!right.TryGetValue(s, out var actors))
                    right[s] = actors = [];
                actors.Add(actor);
                any.UnionWith(analysis.Statements[s].Speakers.Select(p => p.Actor));
                top.UnionWith(Top(analysis.Statements[s]));
            }
            tally.TopActors += top.Count;
            if (any.Contains(actor))
                tally.Any++;
            if (top.Contains(actor))
            {
                tally.Top++;
                continue;
            }
            var kind = Kind(actor, overlapping, analysis, any.Contains(actor), top.Count > 0);
            tally.Failures[kind] = tally.Failures.GetValueOrDefault(kind) + 1;
            if (list is not null && kind.StartsWith(list, StringComparison.Ordinal))
                Print(labelled, stance, kind, overlapping, analysis, lexicon);
        }
        foreach (var (s, actors) in right)
            foreach (var speaker in Top(analysis.Statements[s]))
            {
                tally.Speakers++;
                if (actors.Contains(speaker))
                    tally.RightSpeakers++;
            }
    }

    private static IEnumerable<int> Top(Statement statement)
    {
        if (statement.Speakers.Count == 0)
            return [];
        var best = statement.Speakers.Max(p => p.Confidence);
        return statement.Speakers.Where(p => p.Confidence >= Joint * best).Select(p => p.Actor);
    }

    private static List<int> Overlapping(GoldStance stance, ArticleAnalysis analysis)
    {
        var result = new List<int>();
        foreach (var passage in stance.Evidence)
        {
            var text = analysis.Document.Article.Text;
            var start = text.IndexOf(passage, StringComparison.Ordinal);
            // Evidence may stand in the headline, which lies before the body.
            var inTitle = start < 0 && analysis.Document.Article.Title is { } title && title.Contains(passage, StringComparison.Ordinal);
            for (var s = 0; s < analysis.Statements.Count; s++)
            {
                var span = analysis.Document.ToBody(analysis.Statements[s].First, analysis.Statements[s].End);
                if ((start >= 0 && span.Start < start + passage.Length && span.End > start || inTitle && span.Start < 0) && !result.Contains(s))
                    result.Add(s);
            }
        }
        return result;
    }

    private static string Kind(int actor, List<int> overlapping, ArticleAnalysis analysis, bool isAny, bool hasTop)
    {
        if (overlapping.Count == 0)
            return "evidence not found in a statement";
        if (!analysis.Mentions.Exists(m => m.Actor == actor))
            return "actor: named nowhere that is recognised";
        var sentences = overlapping.Select(s => analysis.Document.Sentences[analysis.Statements[s].Sentence]).ToList();
        var here = analysis.Mentions.Where(m => m.Actor == actor && sentences.Exists(s => m.First >= s.FirstToken && m.First < s.EndToken)).ToList();
        var who = hasTop ? "another is top" : overlapping.Exists(s => analysis.Statements[s].SpeakerIsNoState) ? "somebody who is no state" : "nobody";
        if (here.Count == 0)
            return isAny ? $"carried: the actor is a lesser speaker, {who}" : $"carried: the actor is named only in other sentences, {who}";
        var role = isAny ? "lesser speaker"
            : here.TrueForAll(m => m.AfterPreposition) ? "after a preposition"
            : here.TrueForAll(m => m.IsAttributive || m.AfterPreposition) ? "as an adjective"
            : here.Exists(m => m.JoinsPrevious) ? "in a list" : "otherwise";
        return $"same sentence: {role}, {who}";
    }

    private static void Print(LabelledArticle labelled, GoldStance stance, string kind, List<int> overlapping, ArticleAnalysis analysis, Lexicon lexicon)
    {
        Console.WriteLine($"-- {labelled.Article.Id} {stance.Actor} ({stance.Speaker}) {kind}");
        foreach (var passage in stance.Evidence)
            Console.WriteLine("   " + passage);
        foreach (var s in overlapping)
        {
            var statement = analysis.Statements[s];
            var cue = statement.Cue < 0 ? "-" : analysis.Document.Original(statement.Cue, statement.Cue + 1);
            Console.WriteLine($"     [{statement.Kind} {cue}{(statement.Outer >= 0 ? " embedded" : "")}{(statement.SpeakerIsNoState ? " no state" : "")}] {analysis.Document.Original(statement.First, statement.End)} <- {string.Join(", ", statement.Speakers.Select(p => FormattableString.Invariant($"{lexicon.Catalog.Actors[p.Actor].Code} {p.Confidence:F2} {p.How}")))}");
        }
    }

    private sealed class Tally
    {
        /// <summary>Gold stances with evidence, those with their actor as top speaker and as any speaker, and the sum over stances of distinct top speakers.</summary>
        public int Stances, Top, Any, TopActors;

        /// <summary>Top speakers of statements that overlap evidence, and those of them that hold a stance by that evidence.</summary>
        public int Speakers, RightSpeakers;

        public Dictionary<string, int> Failures { get; } = new(StringComparer.Ordinal);
    }
}
