namespace Stance;

/// <summary>Agreement of predicted with gold stances.</summary>
internal readonly record struct PassageFigures(double Accuracy, double MacroF1, double FavorAgainstF1, double[] PerClass)
{
    /// <summary>The figures; macro-F1 is the mean over the stances that are gold or predicted at all.</summary>
    public static PassageFigures Of(IReadOnlyList<StanceLabel> gold, IReadOnlyList<StanceLabel> predicted)
    {
        var confusion = new int[3, 3];
        for (var i = 0; i < gold.Count; i++)
            confusion[(int)gold[i], (int)predicted[i]]++;
        var (perClass, seen, right) = (new double[3], 0, 0);
        for (var s = 0; s < 3; s++)
        {
            var both = confusion[s, 0] + confusion[s, 1] + confusion[s, 2] + confusion[0, s] + confusion[1, s] + confusion[2, s];
            right += confusion[s, s];
            if (both == 0)
                continue;
            seen++;
            perClass[s] = 2.0 * confusion[s, s] / both;
        }
        return new PassageFigures(gold.Count == 0 ? 0 : (double)right / gold.Count, seen == 0 ? 0 : perClass.Sum() / seen, (perClass[0] + perClass[1]) / 2, perClass);
    }
}
