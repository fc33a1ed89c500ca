using System.Globalization;

namespace Stance.Benchmarks;

/// <summary>What the training corpus gives and how far it is from real articles: the figures of its datasheet. Run from the repository's root.</summary>
internal static class CorpusRun
{
    private const string Folder = "training-data";

    private static string Shared => Environment.GetEnvironmentVariable("STANCE_SHARED") ?? "../shared";

    private static LabelledCorpus Dev => LabelledCorpus.Read(Path.Combine(Shared, "real-news", "dev.gold.jsonl"), IssueCatalog.Read(Path.Combine(Shared, "real-news", "issues.json")));

    private static string Format(FormattableString line) => FormattableString.Invariant(line);

    /// <summary>Trains on a quarter, a half and all of the train split, drawn by lot, and scores each on real articles and on issues never seen.</summary>
    public static int LearningCurve()
    {
        var corpus = LabelledCorpus.Read(Folder);
        var (train, unseen, test, dev) = (corpus.OfSplit("train"), corpus.OfSplit("test-unseen"), corpus.OfSplit("test"), Dev);
        var lot = new Random(1);
        var order = train.Articles.OrderBy(a => a.Article.Id, StringComparer.Ordinal).Select(a => (a.Article.Id, Rank: lot.NextDouble())).OrderBy(p => p.Rank).Select(p => p.Id).ToList();
        Console.WriteLine("| articles | stances | dev pair F1 | dev triple F1 | dev favor/against F1 | test triple F1 | test-unseen pair F1 | test-unseen triple F1 |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var share in (ReadOnlySpan<double>)[0.25, 0.5, 1])
        {
            var kept = order.Take((int)Math.Round(order.Count * share)).ToHashSet(StringComparer.Ordinal);
            var part = train.Where(a => kept.Contains(a.Article.Id!));
            var model = new StanceTrainer().Train(part);
            EvaluationReport On(LabelledCorpus on) => StanceEvaluator.Evaluate(new StanceAnalyzer(model, on.Issues), on);
            var (real, known, never) = (On(dev), On(test), On(unseen));
            Console.WriteLine(Format($"| {part.Articles.Count} | {part.Articles.Sum(a => a.Stances.Count)} | {real.Pairs.F1} | {real.Triples.F1} | {real.PolarityFavorAgainstF1} | {known.Triples.F1} | {never.Pairs.F1} | {never.Triples.F1} |"));
        }
        return 0;
    }

    /// <summary>Trains on the train split and prints, for its held-out pairs by series of articles (the first digit of the number in an id), the best triple F1 and the threshold that gives it.</summary>
    public static int HeldOut()
    {
        var train = LabelledCorpus.Read(Folder).OfSplit("train");
        var fitted = new StanceTrainer().Fit(train, null, default);
        var pairs = fitted.HeldOut.Select((score, i) => (Sample: fitted.Set.Stances[i], Score: score)).ToList();
        Console.WriteLine("| articles | labelled pairs | best triple F1 | at threshold |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        Print("all", pairs);
        foreach (var series in pairs.GroupBy(p => train.Articles[p.Sample.Article].Article.Id![^3]).OrderBy(g => g.Key))
            Print($"series {series.Key}", [.. series]);
        Console.WriteLine(Format($"\nthe trained model's threshold: {fitted.Model.Stances.Threshold}"));
        return 0;

        void Print(string name, List<(PairSample Sample, PairScore Score)> some)
        {
            var gold = some.Count(p => p.Sample.Label != PairLabel.None);
            var ranked = some.Select(p => (Stance: p.Score.StanceAt(fitted.Model.Stances.NeutralThreshold), p)).Select(x => (Probability: x.p.Score.Probabilities.Of(x.Stance), Right: x.p.Sample.Label == LabelOf(x.Stance)))
                .OrderByDescending(x => x.Probability).ToList();
            var (best, at, right) = (0.0, 1.0, 0);
            for (var n = 0; n < ranked.Count; n++)
            {
                if (ranked[n].Right) right++;
                if (2.0 * right / (n + 1 + gold) is var f1 && f1 > best)
                    (best, at) = (f1, ranked[n].Probability);
            }
            Console.WriteLine(Format($"| {name} | {gold} | {best:F3} | {at:F2} |"));
        }
    }

    private static PairLabel LabelOf(StanceLabel stance) => stance switch { StanceLabel.Favor => PairLabel.Favor, StanceLabel.Against => PairLabel.Against, _ => PairLabel.Neutral };

    /// <summary>Tells our Arabic articles from real ones by how they are built — no words enter — and prints how well that can be done, by which features.</summary>
    public static int Distance()
    {
        var lexicon = new Lexicon(ActorCatalog.Default, LanguageData.Shipped);
        var ours = LabelledCorpus.Read(Folder).OfSplit("train").Articles.Where(a => LanguageDetector.Detect(a.Article.Text) == LanguageDetector.Arabic).ToList();
        var real = Dev.Articles;
        foreach (var (name, articles) in new (string, List<LabelledArticle>)[] { ("all of ours", ours), ("ours of 250 words and more", [.. ours.Where(a => a.Article.Text.Split(' ', '\n').Length >= 250)]) })
            Compare(name, [.. articles.Select(a => Shape(lexicon, a.Article))], [.. real.Select(a => Shape(lexicon, a.Article))]);
        return 0;
    }

    private static void Compare(string name, List<float[]> ours, List<float[]> real)
    {
        var names = ShapeNames.ToArray();
        var rows = ours.Concat(real).ToList();
        var labels = Enumerable.Repeat(false, ours.Count).Concat(Enumerable.Repeat(true, real.Count)).ToList();
        // Both sides weigh the same.
        var weights = labels.Select(l => l ? 1f : (float)real.Count / ours.Count).ToList();
        var scores = new double[rows.Count];
        const int folds = 5;
        for (var fold = 0; fold < folds; fold++)
        {
            var trained = Enumerable.Range(0, rows.Count).Where(i => i % folds != fold).ToList();
            var trees = MlNet.Trees([.. trained.Select(i => rows[i])], [.. trained.Select(i => labels[i])], [.. trained.Select(i => weights[i])], new TreeOptions(60, 6, 5), 1);
            for (var i = fold; i < rows.Count; i += folds)
                scores[i] = trees.Score(rows[i]);
        }
        Console.WriteLine(Format($"{name}: {ours.Count} against {real.Count} real ones, AUC {Auc(scores, labels):F3} in {folds}-fold cross-validation"));
        Console.WriteLine("| feature | ours | real | AUC alone |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (var f in Enumerable.Range(0, names.Length).OrderByDescending(f => Math.Abs(Auc([.. rows.Select(r => (double)r[f])], labels) - 0.5)).Take(10))
            Console.WriteLine(Format($"| {names[f]} | {ours.Average(r => r[f]):F3} | {real.Average(r => r[f]):F3} | {Auc([.. rows.Select(r => (double)r[f])], labels):F3} |"));
    }

    /// <summary>Area under the ROC curve, ties counted half (Hanley and McNeil 1982).</summary>
    private static double Auc(double[] scores, List<bool> labels)
    {
        var positives = scores.Where((_, i) => labels[i]).ToList();
        var negatives = scores.Where((_, i) => !labels[i]).ToList();
        return positives.Sum(p => negatives.Sum(n => p > n ? 1 : p == n ? 0.5 : 0)) / positives.Count / negatives.Count;
    }

    private static IEnumerable<string> ShapeNames =>
    [
        "words", "words a sentence", "sentences a paragraph", "longest sentence", "quotation marks per 100 words", "commas per 100 words", "numbers per 100 words", "states named per 100 words", "different states", "states in attributes, share", "offices and holders, share of mentions",
        "statements per 100 words", "statements with a state speaking, share", "direct, share", "acts, share", "carried speakers, share", "cues of saying, share", "closed cues, share", "negations per 100 words", "obligations per 100 words", "hedges per 100 words", "judging words per 100 words",
        "turn markers and continuations per 100 words", "cues as nouns, share",
    ];

    private static float[] Shape(Lexicon lexicon, Article article)
    {
        // Titles differ by house, not by how news is told.
        var analysis = ArticleAnalysis.Of(lexicon, article with { Title = null });
        var document = analysis.Document;
        var signals = StatementSignals.Of(lexicon, analysis);
        var words = document.Tokens.Count(t => t.IsWord);
        float Rate(int count) => 100f * count / Math.Max(1, words);
        static float Share(int part, int whole) => whole == 0 ? 0 : (float)part / whole;
        var mentions = analysis.Mentions.Where(m => m.IsState).ToList();
        var statements = analysis.Statements;
        var markers = Enumerable.Range(0, document.Tokens.Count).Select(i => analysis.Hits.Longest(i, EntryKind.Marker)).Where(h => h is not null).Select(h => lexicon.Data.Markers[h!.Value.Entry.Row].Class).ToList();
        var speaking = statements.Count(s => s.Speakers.Count > 0);
        return
        [
            words, (float)words / Math.Max(1, document.Sentences.Count), (float)document.Sentences.Count / (1 + article.Text.AsSpan().Count('\n')), document.Sentences.Max(s => s.EndToken - s.FirstToken),
            Rate(document.Tokens.Count(t => t.IsQuote)), Rate(document.Tokens.Count(t => t.Kind == TokenKind.Comma)), Rate(document.Tokens.Count(t => t.Kind == TokenKind.Number)), Rate(mentions.Count), mentions.Select(m => m.Actor).Distinct().Count(),
            Share(mentions.Count(m => m.IsAttributive), mentions.Count), Share(mentions.Count(m => m.Kind is MentionKind.Office or MentionKind.Holder), mentions.Count),
            Rate(statements.Count), Share(speaking, statements.Count), Share(statements.Count(s => s.Kind == StatementKind.Direct), statements.Count), Share(statements.Count(s => s.Kind == StatementKind.Act), statements.Count),
            Share(statements.Count(s => s.Speakers.Any(p => p.How is Attribution.Carried or Attribution.Continued)), Math.Max(1, speaking)), Share(signals.Count(s => s.Group == CueGroup.Say), statements.Count), Share(signals.Count(s => !s.IsOpen), statements.Count),
            Rate(markers.Count(c => c == MarkerClass.Negation)), Rate(markers.Count(c => c == MarkerClass.Obligation)), Rate(markers.Count(c => c == MarkerClass.Hedge)),
            Rate(Enumerable.Range(0, document.Tokens.Count).Count(i => analysis.Hits.Longest(i, EntryKind.Evaluative) is not null)), Rate(markers.Count(c => c == MarkerClass.Turn)), Share(statements.Count(s => s.CueIsNoun), statements.Count),
        ];
    }
}
