using System.Globalization;

namespace Stance.Benchmarks;

/// <summary>What each group of features, each learner and each of the points of the design gives: the train split is trained on without it, and the model measured on issues never seen and on real articles. Run from the repository's root.</summary>
internal static class AblationRun
{
    private static readonly string Results = Path.Combine(BenchmarkArticles.Repository, "tests", "Stance.Benchmarks", "results", "ablation.md");

    private static string Shared => Environment.GetEnvironmentVariable("STANCE_SHARED") ?? "../shared";

    private static readonly IReadOnlyList<string> Row = StanceFeatures.Schema.Names;

    /// <summary>One training.</summary>
    private sealed record Case(string Kind, string LeftOut, TrainingOptions Options);

    private static TrainingMask Features(IEnumerable<string> names) => new() { Features = names.ToHashSet(StringComparer.Ordinal) };

    /// <summary>The features of the schema from one to another, both included.</summary>
    private static IEnumerable<string> Between(string first, string last)
    {
        var (from, to) = (Row.ToList().IndexOf(first), Row.ToList().IndexOf(last));
        return from >= 0 && to >= from ? Row.Skip(from).Take(to - from + 1) : throw new InvalidOperationException($"found no features from '{first}' to '{last}'");
    }

    private static bool IsPart(string feature) => feature.StartsWith("part ", StringComparison.Ordinal);

    private static IEnumerable<Case> Cases()
    {
        Case Without(string kind, string name, TrainingMask mask) => new(kind, name, new TrainingOptions { Mask = mask });
        yield return new("all", "nothing", new TrainingOptions());
        yield return Without("features", "who speaks", Features(Between("speaker as subject", "other actors mentioned")));
        yield return Without("features", "how it is said", Features(Between("kind narration", "words")));
        yield return Without("features", "what is touched", Features(Between("topic here", "most anchors in a sentence")));
        yield return Without("features", "on which side", Features(Between("side of phrases", "accused by another, signed")));
        yield return Without("features", "fit word by word (lean)", Features(Between("lean: " + PhraseAlignment.ReadingNames[0], "best share of a phrase with a side")));
        yield return Without("features", "accusation and denial", Features(Between("proposition accuses", Row[^1]).Where(n => !IsPart(n))));
        yield return Without("features", "part of named states (of statements; the roles of the networks keep it)", Features(Row.Where(IsPart)));
        yield return Without("features", "the pair as a whole", Features(PairExtractor.WholeSchema.Names));
        yield return Without("learner", "linear part of sides and second look", new() { NoLinear = true });
        yield return Without("learner", "trees of sides and second look", new() { NoSideTrees = true });
        yield return Without("learner", "networks over roles (point 5)", new() { NoSequences = true });
        yield return Without("learner", "second look", new() { NoSecondLook = true });
        yield return Without("point", "2: speakers beyond the subject", Features(["speaker continued", "speaker carried", "speaker of the outer statement", "speaker embedded", "speaker as topic", "confidence of another speaker"]));
        yield return Without("point", "3: evidence as supervision", new() { NoEvidence = true });
        yield return Without("point", "6: matching around the clause", Features(Row.Where(n => n.Contains("sentence before", StringComparison.Ordinal) || n.Contains("in the article", StringComparison.Ordinal) || n is "best match in the sentence" or "headline's match" or "anchors in the sentence" or "issue words in the sentence")));
        yield return Without("point", "7: following the issue", Features(["sentences since the issue", "anaphora after the issue", "anaphora"]));
        yield return Without("point", "8: mirrored propositions", new() { NoMirror = true });
        yield return new("point", "9: dropped phrases", new TrainingOptions { PhraseDropout = 0 });
        yield return Without("point", "10: grouping by issue", new() { NoIssueFolds = true });
        yield return new("point", "11: noise", new TrainingOptions { Noise = false });
        yield return Without("point", "12: negation", Features(Row.Where(n => n.Contains("negation", StringComparison.Ordinal))));
    }

    /// <summary>Trains and measures what the file has no row for yet, row after row: stopped, it goes on where it was. Some three minutes a row.</summary>
    /// <param name="arguments">A file instead of <c>results/ablation.md</c>.</param>
    public static int Run(string[] arguments)
    {
        var path = arguments.Length > 0 ? arguments[0] : Results;
        if (!File.Exists(path))
            File.WriteAllText(path, Header);
        var done = File.ReadLines(path).Where(l => l.StartsWith('|')).Select(l => l.Split('|')[2].Trim()).ToHashSet(StringComparer.Ordinal);
        var (train, unseen) = (BenchmarkArticles.Corpus.OfSplit("train"), BenchmarkArticles.Corpus.OfSplit("test-unseen"));
        var dev = LabelledCorpus.Read(Path.Combine(Shared, "real-news", "dev.gold.jsonl"), IssueCatalog.Read(Path.Combine(Shared, "real-news", "issues.json")));
        foreach (var one in Cases())
        {
            if (done.Contains(one.LeftOut))
                continue;
            var model = new StanceTrainer(one.Options).Train(train);
            EvaluationReport On(LabelledCorpus on) => StanceEvaluator.Evaluate(new StanceAnalyzer(model, on.Issues), on);
            var (never, real) = (On(unseen), On(dev));
            var row = $"| {one.Kind} | {one.LeftOut} | {Three(never)} | {Three(real)} | {model.Manifest.Threshold.ToString("F2", CultureInfo.InvariantCulture)} |\n";
            File.AppendAllText(path, row);
            Console.Write(row);
        }
        return 0;
    }

    private static string Three(EvaluationReport report) => $"{report.Pairs.F1} | {report.Triples.F1} | {report.PolarityFavorAgainstF1}";

    private const string Header = """
        # Ablation

        `dotnet run -c Release --project tests/Stance.Benchmarks -- ablation`: the train split is trained on without one part, the model measured on `test-unseen` (issues never seen) and on the real articles of `dev.gold.jsonl`
        (folder `STANCE_SHARED`), each with its own threshold; 95 % intervals over articles. Stopped, the command goes on where it was; delete a row to measure it again.

        Features that are left out are 0 in training, so that no learner uses them; the gate keeps its own, and candidates are the same in every row. Not in the table: point 1 (without a gate every pair would need all its features) and
        point 4 (one decision of three classes is another model). Where statements are evidence, and where pairs take a stance, trees are the only learner: `learners` compares others.

        | kind | left out | test-unseen pair F1 | test-unseen triple F1 | test-unseen favor/against F1 | dev pair F1 | dev triple F1 | dev favor/against F1 | threshold |
        | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |

        """;
}
