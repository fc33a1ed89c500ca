namespace Stance;

/// <summary>Intervals of differences between two models: articles are drawn with replacement, and both models are scored on the same draw (Efron and Tibshirani 1993; for paired systems Berg-Kirkpatrick, Burkett and Klein 2012).</summary>
internal sealed class PairedBootstrap
{
    private readonly Figures oldPoint, newPoint;
    private readonly (Figures Old, Figures New)[] drawn;

    /// <param name="older">Counts of each article by the old model.</param>
    /// <param name="newer">Counts of the same articles by the new one.</param>
    /// <param name="resamples">How often articles are drawn.</param>
    /// <param name="seed">Seed of the draws.</param>
    public PairedBootstrap(ArticleCounts[] older, ArticleCounts[] newer, int resamples, int seed)
    {
        (oldPoint, newPoint) = (Figures.Of(older), Figures.Of(newer));
        drawn = new (Figures, Figures)[resamples];
        var random = new Random(seed);
        var (a, b) = (new ArticleCounts[older.Length], new ArticleCounts[older.Length]);
        for (var r = 0; r < resamples; r++)
        {
            for (var i = 0; i < a.Length; i++)
            {
                var n = random.Next(older.Length);
                (a[i], b[i]) = (older[n], newer[n]);
            }
            drawn[r] = (Figures.Of(a), Figures.Of(b));
        }
    }

    /// <summary>One figure with the interval of its difference.</summary>
    public FigureChange Of(string name, Func<Figures, double> figure, bool higherIsBetter = true)
    {
        var (old, @new) = (figure(oldPoint), figure(newPoint));
        return new FigureChange(name, old, @new, Estimate.Of(@new - old, Array.ConvertAll(drawn, d => figure(d.New) - figure(d.Old))), higherIsBetter);
    }
}
