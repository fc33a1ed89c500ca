namespace Stance;

/// <summary>The samples of a corpus: every candidate pair with what it is, which of its statements are evidence, and the fold that holds it out.</summary>
/// <param name="options">How many others are drawn for a labelled pair; <c>null</c>: the defaults.</param>
/// <param name="lot">Added to the seed: every article draws its own.</param>
internal sealed class TrainingSet(TrainingOptions? options = null, int lot = 0)
{
    private readonly TrainingOptions options = options ?? new();
    private readonly Random random = new((options ?? new()).Seed + lot);

    /// <summary>Tokens from which on an article counts as long: web news has 300 words at the median.</summary>
    private const int LongArticle = 320;

    public List<PairSample> Stances { get; } = [];

    public List<PairSample> Sentiments { get; } = [];

    /// <summary>Labelled pairs that no candidate covers: they are lost before the classifier sees them.</summary>
    public int StancesMissed { get; private set; }

    /// <summary>Labelled sentiments that no candidate covers.</summary>
    public int SentimentsMissed { get; private set; }

    /// <summary>Word weights counted on a corpus, by language.</summary>
    public static Dictionary<string, WordWeights> CountWords(LabelledCorpus corpus, CancellationToken cancellation = default)
    {
        var documents = new Dictionary<string, List<HashSet<string>>>(StringComparer.Ordinal) { [LanguageDetector.Arabic] = [], [LanguageDetector.English] = [] };
        Span<Reading> readings = stackalloc Reading[Clitics.Most];
        foreach (var labelled in corpus.Articles)
        {
            cancellation.ThrowIfCancellationRequested();
            var document = TextDocument.Of(labelled.Article);
            if (!documents.TryGetValue(document.Language, out var list))
                continue;
            var words = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < document.Tokens.Count; i++)
            {
                if (!document.Tokens[i].IsWord)
                    continue;
                var word = document.Word(i);
                var n = Clitics.Read(word, readings);
                for (var r = 0; r < n; r++)
                    words.Add(word.Slice(readings[r].Start, readings[r].Length).ToString());
            }
            list.Add(words);
        }
        return documents.ToDictionary(p => p.Key, p => WordWeights.Count(p.Value), StringComparer.Ordinal);
    }

    /// <summary>Gates for both tasks: in the first pass open ones, with which only what is cheap is computed.</summary>
    public readonly record struct Gates(PairGate Stances, PairGate Sentiments, bool Rows);

    /// <summary>The samples of many articles, found on all cores and put together in the articles' order: the outcome does not depend on the number of cores.</summary>
    /// <param name="options">Options.</param>
    /// <param name="articles">How many articles.</param>
    /// <param name="add">Adds the samples of one article to a set.</param>
    /// <param name="cancellation">Stops.</param>
    public static TrainingSet Collect(TrainingOptions options, int articles, Action<TrainingSet, int> add, CancellationToken cancellation)
    {
        var parts = new TrainingSet[articles];
        Parallel.For(0, articles, new ParallelOptions { CancellationToken = cancellation }, a =>
        {
            parts[a] = new TrainingSet(options, a);
            add(parts[a], a);
        });
        var whole = new TrainingSet(options);
        foreach (var part in parts)
            whole.Add(part);
        return whole;
    }

    /// <summary>Adds the samples of another set.</summary>
    public void Add(TrainingSet other)
    {
        Stances.AddRange(other.Stances);
        Sentiments.AddRange(other.Sentiments);
        StancesMissed += other.StancesMissed;
        SentimentsMissed += other.SentimentsMissed;
    }

    /// <summary>Adds the samples of an article.</summary>
    /// <param name="machinery">Lexicon and issue indexes.</param>
    /// <param name="labelled">The article with its labels.</param>
    /// <param name="article">Its number.</param>
    /// <param name="folds">Folds that hold it and its stances out.</param>
    /// <param name="gates">Which candidates pass.</param>
    /// <param name="augmentation">The article is a disturbed copy: what it misses is not counted again.</param>
    public void Add(StanceMachinery machinery, LabelledSpans labelled, int article, FittingFolds folds, Gates gates, bool augmentation)
    {
        var analysis = ArticleAnalysis.Of(machinery.Lexicon, labelled.Article);
        if (machinery.IndexOf(analysis.Document.Language) is not { } index)
            return;
        var signals = StatementSignals.Of(machinery.Lexicon, analysis);
        var windows = IssueWindows.Of(analysis, signals, index, new IssueMatcher(index));
        var spans = StatementSpans(analysis);
        var gold = new Dictionary<(int, int), int>();
        for (var g = 0; g < labelled.Stances.Count; g++)
            if (machinery.Lexicon.ActorIndex.TryGetValue(labelled.Stances[g].Actor, out var actor) && machinery.IssueNumber.TryGetValue(labelled.Stances[g].Issue, out var issue))
                gold[(actor, issue)] = g;
        var found = 0;
        var pairs = new List<PairSample>();
        var extractor = new PairExtractor(machinery.Lexicon, analysis, signals, index, windows);
        bool IsGold(int actor, int issue) => gold.ContainsKey((actor, issue));
        bool IsAsked(int issue) => labelled.IsLabelledFor(index.Issues[issue].Id) || labelled.Stances.Any(g => g.Issue == index.Issues[issue].Id) || labelled.Absent.Any(p => p.Issue == index.Issues[issue].Id);
        // Of a disturbed copy only what is trained on is worth the costly features; the clean article is calibrated on as a whole.
        var candidates = augmentation
            ? Drawn(extractor.Candidates(gates.Stances, rows: false, IsGold, IsAsked), gates.Stances, p => IsGold(p.First, p.Second), p => extractor.Extract(p.First, p.Second))
            : extractor.Candidates(gates.Stances, gates.Rows, IsGold, IsAsked);
        foreach (var pair in candidates)
        {
            if (gold.TryGetValue((pair.First, pair.Second), out var g))
            {
                found++;
                pair.Label = labelled.Stances[g].Stance switch { StanceLabel.Favor => PairLabel.Favor, StanceLabel.Against => PairLabel.Against, _ => PairLabel.Neutral };
                pair.IsEvidence = Overlaps(pair, spans, labelled.StanceEvidence[g]);
                // How well its best statement bears on the pair.
                pair.Weight = Math.Clamp((PairExtractor.BestBearing(pair.Gate) - 0.2f) / 0.6f, 0.05f, 1);
            }
            else if (labelled.IsLabelledFor(index.Issues[pair.Second].Id) || labelled.Absent.Contains(new GoldAbsence(machinery.Lexicon.Catalog.Actors[pair.First].Code, index.Issues[pair.Second].Id)))
                (pair.Label, pair.IsEvidence) = (PairLabel.None, new bool[pair.Rows.Count]);
            else
                continue;
            options.Mask?.Apply(pair);
            pair.ReadSequences();
            (pair.Article, pair.Fold, pair.IsLong) = (article, folds.OfStance(article, index.Issues[pair.Second].Id), analysis.Document.Tokens.Count >= LongArticle);
            pairs.Add(pair);
        }
        if (!augmentation)
            StancesMissed += gold.Count - found;
        Stances.AddRange(pairs);
        AddSentiments(machinery, labelled, analysis, signals, spans, article, folds, gates, augmentation);
    }

    private void AddSentiments(StanceMachinery machinery, LabelledSpans labelled, ArticleAnalysis analysis, StatementSignals[] signals, TextSpan[] spans, int article, FittingFolds folds, Gates gates, bool augmentation)
    {
        var gold = new Dictionary<(int, int), int>();
        for (var g = 0; g < labelled.Sentiments.Count; g++)
            if (machinery.Lexicon.ActorIndex.TryGetValue(labelled.Sentiments[g].Source, out var source) && machinery.Lexicon.ActorIndex.TryGetValue(labelled.Sentiments[g].Target, out var target))
                gold[(source, target)] = g;
        var found = 0;
        foreach (var pair in new SentimentExtractor(machinery.Lexicon, analysis, signals).Candidates(gates.Sentiments, gates.Rows, (s, t) => gold.ContainsKey((s, t))))
        {
            if (gold.TryGetValue((pair.First, pair.Second), out var g))
            {
                found++;
                pair.Label = labelled.Sentiments[g].Sentiment switch { SentimentLabel.Positive => PairLabel.Favor, SentimentLabel.Negative => PairLabel.Against, _ => PairLabel.Neutral };
                pair.IsEvidence = Overlaps(pair, spans, labelled.SentimentEvidence[g]);
            }
            else if (labelled.SentimentsLabelled)
                (pair.Label, pair.IsEvidence) = (PairLabel.None, new bool[pair.Rows.Count]);
            else
                continue;
            pair.ReadSequences();
            (pair.Article, pair.Fold, pair.IsLong) = (article, folds.OfArticle(article), analysis.Document.Tokens.Count >= LongArticle);
            Sentiments.Add(pair);
        }
        if (!augmentation)
            SentimentsMissed += gold.Count - found;
    }

    /// <summary>All labelled candidates and a number of others with their rows: two thirds those that the gate finds hardest, one third by lot.</summary>
    private List<PairSample> Drawn(List<PairSample> candidates, PairGate gate, Func<PairSample, bool> isGold, Func<PairSample, PairSample?> extract)
    {
        var drawn = candidates.Where(isGold).ToList();
        var others = candidates.Where(p => !isGold(p)).Select(p => (Pair: p, Hardness: gate.Trees.Score(p.Gate))).OrderByDescending(p => p.Hardness).Select(p => p.Pair).ToList();
        var quota = Math.Max(10, drawn.Count * options.NegativesPerPositive);
        if (others.Count > quota)
        {
            var hardest = quota * 2 / 3;
            var rest = others.GetRange(hardest, others.Count - hardest);
            others.RemoveRange(hardest, others.Count - hardest);
            for (var k = hardest; k < quota; k++)
            {
                var at = random.Next(rest.Count);
                others.Add(rest[at]);
                rest.RemoveAt(at);
            }
        }
        drawn.AddRange(others);
        return [.. drawn.Select(extract).OfType<PairSample>()];
    }

    private static TextSpan[] StatementSpans(ArticleAnalysis analysis) => [.. analysis.Statements.Select(s => analysis.Document.ToBody(s.First, s.End))];

    private static bool[] Overlaps(PairSample pair, TextSpan[] spans, List<TextSpan> evidence)
    {
        var result = new bool[pair.Statements.Length];
        for (var r = 0; r < result.Length; r++)
        {
            var span = spans[pair.Statements[r]];
            // A statement that shares a few characters with a quotation is not what was quoted.
            foreach (var quote in evidence)
                result[r] |= Math.Min(span.End, quote.End) - Math.Max(span.Start, quote.Start) >= 0.4 * Math.Min(span.Length, quote.Length);
        }
        return result;
    }
}

/// <summary>A labelled article with its evidence as spans.</summary>
internal sealed record LabelledSpans(Article Article, IReadOnlyList<GoldStance> Stances, IReadOnlyList<GoldSentiment> Sentiments, List<List<TextSpan>> StanceEvidence, List<List<TextSpan>> SentimentEvidence, IReadOnlySet<string>? Issues)
{
    /// <summary>Pairs known to be without a stance.</summary>
    public IReadOnlyList<GoldAbsence> Absent { get; init; } = [];

    /// <summary>Whether a pair of actors without a label is known to have no tone.</summary>
    public bool SentimentsLabelled { get; init; } = true;

    public bool IsLabelledFor(string issue) => Issues is null || Issues.Contains(issue);

    public static LabelledSpans Of(LabelledArticle labelled) => new(labelled.Article, labelled.Stances, labelled.Sentiments,
        [.. labelled.Stances.Select(s => Spans(labelled.Article.Text, s.Evidence))], [.. labelled.Sentiments.Select(s => Spans(labelled.Article.Text, s.Evidence))], labelled.LabelledIssues)
    { Absent = labelled.Absent, SentimentsLabelled = labelled.SentimentsLabelled };

    /// <summary>A disturbed copy.</summary>
    public LabelledSpans Disturbed(string otherTitle, Random random)
    {
        var (article, evidence) = TrainingNoise.Disturb(Article, [.. StanceEvidence, .. SentimentEvidence], otherTitle, random);
        return this with { Article = article, StanceEvidence = evidence[..StanceEvidence.Count], SentimentEvidence = evidence[StanceEvidence.Count..] };
    }

    /// <summary>This article and another as one text, as round-ups and long web pages have it: who speaks in the one says nothing on the issues of the other.</summary>
    public LabelledSpans Joined(LabelledSpans other)
    {
        var offset = Article.Text.Length + 1;
        List<TextSpan> Shift(List<TextSpan> spans) => [.. spans.Select(s => new TextSpan(s.Start + offset, s.End + offset))];
        var joined = new LabelledSpans(Article with { Text = Article.Text + "\n" + other.Article.Text }, [.. Stances, .. other.Stances], [.. Sentiments, .. other.Sentiments.Where(s => !Sentiments.Any(t => t.Source == s.Source && t.Target == s.Target))],
            [.. StanceEvidence, .. other.StanceEvidence.Select(Shift)],
            [.. SentimentEvidence, .. other.SentimentEvidence.Where((_, i) => !Sentiments.Any(t => t.Source == other.Sentiments[i].Source && t.Target == other.Sentiments[i].Target)).Select(Shift)],
            // What one of the two is not labelled for is unknown where the other is labelled for all.
            Issues is null ? other.Issues : other.Issues is null ? Issues : Issues.Union(other.Issues).ToHashSet(StringComparer.Ordinal));
        return joined with
        {
            Absent = [.. Absent.Where(a => !other.Stances.Any(s => s.Actor == a.Actor && s.Issue == a.Issue)), .. other.Absent.Where(a => !Stances.Any(s => s.Actor == a.Actor && s.Issue == a.Issue))],
            SentimentsLabelled = SentimentsLabelled && other.SentimentsLabelled,
        };
    }

    /// <summary>Whether two articles can be joined: the same language and time, and no issue on which states take a stance in both.</summary>
    public bool CanJoin(LabelledSpans other) =>
        !ReferenceEquals(this, other) && Article.Language == other.Article.Language && Article.Published is { } a && other.Article.Published is { } b && Math.Abs(a.DayNumber - b.DayNumber) < 1000
        && !Stances.Any(s => other.Stances.Any(t => t.Issue == s.Issue));

    private static List<TextSpan> Spans(string text, IReadOnlyList<string> quotes)
    {
        var spans = new List<TextSpan>();
        foreach (var quote in quotes)
            if (text.IndexOf(quote, StringComparison.Ordinal) is >= 0 and var at)
                spans.Add(new TextSpan(at, at + quote.Length));
        return spans;
    }
}
