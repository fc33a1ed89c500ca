namespace Stance;

/// <summary>Turns a score into a probability by a logistic curve fitted on held-out scores (Platt 1999, with the regularised targets of Lin, Lin and Weng 2007).</summary>
/// <param name="Slope">Slope of the log-odds.</param>
/// <param name="Intercept">Log-odds at score 0.</param>
internal readonly record struct Calibrator(double Slope, double Intercept)
{
    public double Apply(double score) => 1 / (1 + Math.Exp(-(Slope * score + Intercept)));

    /// <summary>Fits the curve by Newton's method.</summary>
    /// <param name="scores">Held-out scores.</param>
    /// <param name="labels">Whether each was right.</param>
    /// <param name="weights">How much each counts; <c>null</c>: all the same.</param>
    /// <param name="throughOrigin">Forces the intercept to 0: score 0 then means one half.</param>
    public static Calibrator Fit(IReadOnlyList<double> scores, IReadOnlyList<bool> labels, bool throughOrigin = false, IReadOnlyList<double>? weights = null)
    {
        var positives = labels.Count(l => l);
        var negatives = labels.Count - positives;
        if (positives == 0 || negatives == 0)
            return new Calibrator(1, 0);
        double high = (positives + 1.0) / (positives + 2.0), low = 1.0 / (negatives + 2.0);
        double a = 1, b = throughOrigin ? 0 : Math.Log((double)positives / negatives);
        var loss = Loss(a, b);
        for (var step = 0; step < 100; step++)
        {
            double ga = 0, gb = 0, haa = 1e-6, hab = 0, hbb = 1e-6;
            for (var i = 0; i < scores.Count; i++)
            {
                var p = 1 / (1 + Math.Exp(-(a * scores[i] + b)));
                var w = weights is null ? 1 : weights[i];
                var error = w * (p - (labels[i] ? high : low));
                var weight = w * Math.Max(p * (1 - p), 1e-9);
                ga += error * scores[i];
                gb += error;
                haa += weight * scores[i] * scores[i];
                hab += weight * scores[i];
                hbb += weight;
            }
            double da, db;
            if (throughOrigin)
                (da, db) = (ga / haa, 0);
            else
            {
                var determinant = haa * hbb - hab * hab;
                if (Math.Abs(determinant) < 1e-12)
                    break;
                (da, db) = ((hbb * ga - hab * gb) / determinant, (haa * gb - hab * ga) / determinant);
            }
            // Far from the optimum Newton overshoots: the step is halved until it helps.
            var factor = 1.0;
            var next = Loss(a - da, b - db);
            while (!(next <= loss) && factor > 1e-6)
            {
                factor /= 2;
                next = Loss(a - factor * da, b - factor * db);
            }
            if (!(next < loss - 1e-10))
                break;
            (a, b, loss) = (a - factor * da, b - factor * db, next);
        }
        return new Calibrator(a, b);

        double Loss(double slope, double intercept)
        {
            double sum = 0;
            for (var i = 0; i < scores.Count; i++)
            {
                var z = slope * scores[i] + intercept;
                var target = labels[i] ? high : low;
                // log(1 + e^z) - target z, without overflow.
                sum += (weights is null ? 1 : weights[i]) * (Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z))) - target * z);
            }
            return sum;
        }
    }
}
