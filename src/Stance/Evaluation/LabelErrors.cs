namespace Stance;

/// <summary>Finds labels that are likely wrong, by confident learning on cross-validated probabilities (Northcutt, Jiang and Chuang 2021).</summary>
public static class LabelErrors
{
    /// <summary>How many labels the base rate is worth beside the labels of the same actor on the same issue.</summary>
    private const double Smoothing = 2;

    /// <summary>Trains on all parts of a corpus but one, for each part in turn, and compares each label with what the model that has not seen its article says.
    /// Two decisions are judged apart, as the models take them: is there a stance, and which. The second also weighs the labels that the actor has on the same issue in the other parts: who changes sides is worth a look.</summary>
    /// <param name="corpus">The labelled articles.</param>
    /// <param name="folds">Number of parts, at least 2. Default 5; the time is that of as many trainings.</param>
    /// <param name="options">How to train; <c>null</c>: the defaults.</param>
    /// <param name="progress">Told of each step of each training.</param>
    /// <param name="cancellation">Stops between steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two parts.</exception>
    /// <exception cref="ArgumentException">A part leaves fewer than two articles with stances to train on.</exception>
    public static LabelReview Find(LabelledCorpus corpus, int folds = 5, TrainingOptions? options = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        return Of(Predict(corpus, folds, options ?? new(), progress, cancellation));
    }

    /// <summary>What is said of each article by the model that has not seen it, in the order of the corpus.</summary>
    internal static List<OutOfFold.Prediction> Predict(LabelledCorpus corpus, int folds, TrainingOptions options, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        var at = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        foreach (var article in corpus.Articles)
            at.TryAdd(article, at.Count);
        return [.. OutOfFold.Predict(corpus, folds, Grouping.Article, options, minProbability: 0, progress, cancellation).OrderBy(p => at[p.Gold])];
    }

    /// <summary>A pair with its label and what was predicted.</summary>
    private readonly record struct Item(LabelledArticle Article, GoldStance? Gold, ActorStance Predicted, int Fold);

    internal static LabelReview Of(IReadOnlyList<OutOfFold.Prediction> predictions, double smoothing = Smoothing)
    {
        List<Item> labelled = [], unlabelled = [];
        foreach (var (gold, predicted, fold, _, _) in predictions)
        {
            // No text, or a language that is not read: the models know nothing of it.
            if (predicted.Reason is EmptyReason.NoText or EmptyReason.UnsupportedLanguage)
                continue;
            var labels = gold.Stances.ToDictionary(s => (s.Actor, s.Issue));
            foreach (var answer in predicted.Pairs)
                if (labels.TryGetValue((answer.Actor.Code, answer.Issue.Id), out var label))
                    labelled.Add(new Item(gold, label, answer, fold));
            foreach (var stance in predicted.Stances)
                if (!labels.ContainsKey((stance.Actor.Code, stance.Issue.Id)) && gold.IsKnown(stance.Actor.Code, stance.Issue.Id))
                    unlabelled.Add(new Item(gold, null, stance, fold));
        }
        int[] given = [.. labelled.Select(i => (int)i.Gold!.Stance)];
        var sides = Sides(labelled, smoothing);
        var ofSides = ConfidentJoint.Of(given, sides, 3);
        var likelySides = ofSides.Prune(given, sides);
        Item[] all = [.. labelled, .. unlabelled];
        int[] present = [.. all.Select(i => i.Gold is null ? 1 : 0)];
        double[][] presence = [.. all.Select(i => (double[])[1 - i.Predicted.Probabilities.None, i.Predicted.Probabilities.None])];
        var ofPresence = ConfidentJoint.Of(present, presence, 2);
        var likelyPresence = ofPresence.Prune(present, presence);
        var ranked = new List<LabelSuspect>(all.Length);
        for (var i = 0; i < all.Length; i++)
        {
            var item = all[i];
            var suspect = Suspect(item, ofPresence.Suspicion(present[i], presence[i]).Score, presence[i][1 - present[i]], presence[i][present[i]], likelyPresence.Contains(i));
            if (item.Gold is not null && ofSides.Suspicion(given[i], sides[i]) is var (other, score) && Compare((likelySides.Contains(i), score), (suspect.IsLikely, suspect.Score)) > 0)
                suspect = suspect with { Kind = SuspectKind.WrongStance, Suggested = (StanceLabel)other, Probability = sides[i][other], GivenProbability = sides[i][given[i]], Score = score, IsLikely = likelySides.Contains(i) };
            ranked.Add(suspect);
        }
        // Between equals what is labelled comes first, each in the order of the predictions.
        return new LabelReview
        {
            Ranked = [.. ranked.OrderByDescending(s => (s.IsLikely, s.Score), Comparer<(bool, double)>.Create(Compare))],
            Estimated = new Dictionary<SuspectKind, double>
            {
                [SuspectKind.WrongStance] = labelled.Count * (ofSides.Joint.Cast<double>().Sum() - Enumerable.Range(0, 3).Sum(k => ofSides.Joint[k, k])),
                [SuspectKind.NoStance] = all.Length * ofPresence.Joint[0, 1],
                [SuspectKind.MissingLabel] = all.Length * ofPresence.Joint[1, 0],
            },
            Labels = labelled.Count,
            Unlabelled = unlabelled.Count,
        };
    }

    /// <summary>The one order of suspicion, between the two decisions on a label as between labels: what is counted among the errors first, then by how suspect it is.</summary>
    private static int Compare((bool IsLikely, double Score) a, (bool IsLikely, double Score) b) => a.CompareTo(b);

    private static LabelSuspect Suspect(Item item, double score, double probability, double givenProbability, bool likely) => new()
    {
        Kind = item.Gold is null ? SuspectKind.MissingLabel : SuspectKind.NoStance,
        Article = item.Article.Article.Id,
        Actor = item.Predicted.Actor.Code,
        Issue = item.Predicted.Issue.Id,
        Given = item.Gold?.Stance,
        Suggested = item.Gold is null ? item.Predicted.Stance : null,
        Probability = probability,
        GivenProbability = givenProbability,
        Score = score,
        IsLikely = likely,
        Evidence = item.Gold?.Evidence ?? [.. item.Predicted.Evidence.Select(e => e.Text)],
    };

    /// <summary>The probabilities of favor, against and neutral given a stance: the model's, times how much more frequent than usual each is among the labels of the same actor on the same issue in the other parts.</summary>
    private static double[][] Sides(List<Item> labelled, double smoothing)
    {
        var counts = new Dictionary<(string, string), double[]>();
        var perFold = new Dictionary<(string, string, int), double[]>();
        var rate = new double[3];
        foreach (var item in labelled)
        {
            var label = item.Gold!;
            Add(counts, (label.Actor, label.Issue), label.Stance);
            Add(perFold, (label.Actor, label.Issue, item.Fold), label.Stance);
            rate[(int)label.Stance] += 1.0 / labelled.Count;
        }
        return [.. labelled.Select(item =>
        {
            var (label, p) = (item.Gold!, item.Predicted.Probabilities);
            var (everywhere, here) = (counts[(label.Actor, label.Issue)], perFold[(label.Actor, label.Issue, item.Fold)]);
            var others = everywhere.Sum() - here.Sum();
            var sides = new double[3];
            for (var k = 0; k < 3; k++)
                sides[k] = p.Of((StanceLabel)k) * (rate[k] == 0 ? 1 : (everywhere[k] - here[k] + smoothing * rate[k]) / (others + smoothing) / rate[k]);
            var sum = sides.Sum();
            // An actor that the article does not name has no probability at all to share out.
            return sum > 0 ? Array.ConvertAll(sides, s => s / sum) : [.. rate];
        })];
    }

    private static void Add<TKey>(Dictionary<TKey, double[]> counts, TKey key, StanceLabel stance) where TKey : notnull
    {
        if (!counts.TryGetValue(key, out var row))
            counts[key] = row = new double[3];
        row[(int)stance]++;
    }
}
