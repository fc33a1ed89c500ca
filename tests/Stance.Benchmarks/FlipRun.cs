using System.Globalization;

namespace Stance.Benchmarks;

/// <summary>Flipped proposition, flipped stance: every issue is negated in words, and confident predictions are asked for again. Run from the repository's root.</summary>
internal static class FlipRun
{
    /// <summary>Probability from which on a prediction counts as confident.</summary>
    private const double Confident = 0.6;

    /// <summary>Runs over the splits test and test-unseen with the shipped model, or with the model of a file.</summary>
    /// <param name="arguments">A model's file; none: the shipped one. A last <c>--list</c> prints what did not flip.</param>
    public static int Run(string[] arguments)
    {
        var (list, files) = arguments is [.. var before, "--list"] ? (true, before) : (false, arguments);
        var model = files.Length == 0 ? StanceModel.Default : StanceModel.Load(files[0]);
        var corpus = BenchmarkArticles.Corpus;
        Console.WriteLine("| split | language | phrases | confident | side flips | flips and is reported | mean probability before | after |");
        Console.WriteLine("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var split in (string[])["test", "test-unseen"])
            foreach (var phrases in Enum.GetValues<PhraseUse>())
                Report(split, corpus.OfSplit(split), model, phrases, list);
        return 0;
    }

    private readonly record struct Flip(string Language, bool Modal, bool Side, bool Reported, double Before, double After);

    private static void Report(string split, LabelledCorpus corpus, StanceModel model, PhraseUse phrases, bool list)
    {
        var plain = new StanceAnalyzer(model, IssueCatalog.Of(corpus.Issues.Select(i => NegatedIssues.Plain(i, phrases))), options: new() { MinProbability = Confident });
        var negated = new StanceAnalyzer(model, IssueCatalog.Of(corpus.Issues.Select(i => NegatedIssues.Of(i, phrases))));
        var flips = corpus.Articles.AsParallel().AsOrdered().SelectMany(a => Flips(a.Article, plain, negated, list)).ToList();
        foreach (var language in (string[])[LanguageDetector.Arabic, LanguageDetector.English])
        {
            var some = flips.Where(f => f.Language == language).ToList();
            Print(language, some);
            Print($"{language}, by modal or «is»", [.. some.Where(f => f.Modal)]);
            Print($"{language}, by «not true that»", [.. some.Where(f => !f.Modal)]);
        }
        Print("both", flips);

        void Print(string language, List<Flip> some)
        {
            if (some.Count == 0)
                return;
            string Share(Func<Flip, bool> which) => (100.0 * some.Count(which) / some.Count).ToString("F1", CultureInfo.InvariantCulture) + " %";
            string Mean(Func<Flip, double> what) => some.Average(what).ToString("F2", CultureInfo.InvariantCulture);
            Console.WriteLine($"| {split} | {language} | {phrases.ToString().ToLowerInvariant()} | {some.Count} | {Share(f => f.Side)} | {Share(f => f.Side && f.Reported)} | {Mean(f => f.Before)} | {Mean(f => f.After)} |");
        }
    }

    private static List<Flip> Flips(Article article, StanceAnalyzer plain, StanceAnalyzer negated, bool list)
    {
        var result = plain.Analyze(article);
        var sided = result.Stances.Where(s => s.Stance != StanceLabel.Neutral).ToList();
        var answers = negated.Analyze(article, sided.Select(s => (s.Actor.Code, s.Issue.Id)));
        var flips = new List<Flip>();
        foreach (var (before, after) in sided.Zip(answers.Pairs))
        {
            var opposite = before.Stance == StanceLabel.Favor ? after.Probabilities.Against : after.Probabilities.Favor;
            var (proposition, language) = (negated.Issues.Find(before.Issue.Id)!.Proposition, result.Language);
            var modal = proposition.TryGetValue(language, out var words) && !words.StartsWith("It is not true", StringComparison.Ordinal) && !words.StartsWith("ليس صحيحا", StringComparison.Ordinal);
            var flip = new Flip(language, modal, opposite > after.Probabilities.Of(before.Stance), answers.Stances.Any(s => s.Actor == before.Actor && s.Issue == before.Issue && s.Stance != before.Stance && s.Stance != StanceLabel.Neutral), before.Probability, opposite);
            flips.Add(flip);
            if (list && !flip.Side)
                Console.WriteLine(FormattableString.Invariant($"-- {article.Id} {before.Actor.Code} {before.Issue.Id} {before.Stance} {before.Probability:F2} -> {opposite:F2}: {words}"));
        }
        return flips;
    }
}
