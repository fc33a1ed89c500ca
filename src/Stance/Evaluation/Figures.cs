namespace Stance;

/// <summary>All figures of a set of articles.</summary>
internal sealed record Figures((double P, double R, double F) Pairs, (double P, double R, double F) Triples, double Accuracy, double[] PerClass, double Evidence, double CalibrationError, (double P, double R, double F) Sentiments)
{
    public static Figures Of(ArticleCounts[] counts)
    {
        int gold = 0, predicted = 0, pairs = 0, triples = 0, asked = 0, hit = 0, sentimentsGold = 0, sentimentsPredicted = 0, sentimentsRight = 0;
        var confusion = new int[3, 4];
        foreach (var c in counts)
        {
            gold += c.Gold;
            predicted += c.Predicted;
            pairs += c.Pairs;
            triples += c.Triples;
            asked += c.EvidenceAsked;
            hit += c.EvidenceHit;
            sentimentsGold += c.SentimentsGold;
            sentimentsPredicted += c.SentimentsPredicted;
            sentimentsRight += c.SentimentsRight;
            for (var g = 0; g < 3; g++)
                for (var p = 0; p < 4; p++)
                    confusion[g, p] += c.Confusion[g, p];
        }
        int all = 0, right = 0;
        var perClass = new double[3];
        for (var s = 0; s < 3; s++)
        {
            int ofGold = 0, ofPredicted = 0;
            for (var t = 0; t < 3; t++)
            {
                ofGold += confusion[s, t];
                ofPredicted += confusion[t, s];
            }
            ofGold += confusion[s, ArticleCounts.Missing];
            all += ofGold;
            right += confusion[s, s];
            perClass[s] = F1(confusion[s, s], ofPredicted, ofGold).F;
        }
        return new Figures(F1(pairs, predicted, gold), F1(triples, predicted, gold), all == 0 ? 0 : (double)right / all, perClass, asked == 0 ? 0 : (double)hit / asked,
            Error(counts), F1(sentimentsRight, sentimentsPredicted, sentimentsGold));
    }

    /// <summary>Expected calibration error; 0 where nothing was predicted.</summary>
    public static double Error(ArticleCounts[] counts)
    {
        var bins = Bins(counts);
        var predicted = bins.Sum(b => b.Count);
        return predicted == 0 ? 0 : bins.Sum(b => b.Count * Math.Abs(b.MeanProbability - b.Right)) / predicted;
    }

    public static List<(int Count, double MeanProbability, double Right)> Bins(ArticleCounts[] counts)
    {
        var bins = new (int Count, double Sum, int Right)[10];
        foreach (var c in counts)
        {
            foreach (var (probability, right) in c.Probabilities)
            {
                ref var bin = ref bins[Math.Min(9, (int)(probability * 10))];
                bin.Count++;
                bin.Sum += probability;
                if (right) bin.Right++;
            }
        }
        return [.. bins.Select(b => b.Count == 0 ? (0, 0, 0) : (b.Count, b.Sum / b.Count, (double)b.Right / b.Count))];
    }

    private static (double P, double R, double F) F1(int right, int predicted, int gold)
    {
        double p = predicted == 0 ? 0 : (double)right / predicted, r = gold == 0 ? 0 : (double)right / gold;
        return (p, r, p + r == 0 ? 0 : 2 * p * r / (p + r));
    }
}
