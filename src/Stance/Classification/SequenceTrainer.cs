using System.Runtime.Intrinsics;

namespace Stance;

/// <summary>Fits a <see cref="SequenceScorer"/>: logistic loss, Adam (Kingma and Ba 2015) over batches, units left out by lot (dropout, Srivastava et al. 2014), weights decayed, and averaged over the last steps (Polyak and
/// Juditsky 1992). ML.NET has no learner of sequences but one that brings several hundred megabytes of native code; this one is small enough to be read, and needs seconds.</summary>
internal sealed class SequenceTrainer
{
    private const int Hidden = SequenceWeights.Hidden, BatchSize = 64;

    private const float Rate = 0.004f, LastRate = 0.0002f, Decay = 4e-4f, Averaging = 0.003f, Dropout = 0.3f, Smallest = 1e-8f;

    private readonly SequenceWeights weights = new(), gradient = new(), average = new(), mean = new(), square = new();
    private readonly SequenceLayers layers = new(), mirrorLayers = new();
    private readonly float[] firstError = new float[(RoleSequence.MostTokens + 2) * Hidden], secondError = new float[RoleSequence.MostTokens * Hidden], wholeError = new float[Hidden];
    private readonly bool[] silent = new bool[2 * Hidden];
    private readonly Random random;
    private readonly bool mirrored;

    private SequenceTrainer(bool mirrored, int seed)
    {
        (this.mirrored, random) = (mirrored, new Random(seed));
        foreach (var at in SequenceWeights.FirstAsWritten)
            weights.First[at] = Draw(0.09f);
        Fill(weights.Whole, 0.09f);
        Fill(weights.Second, MathF.Sqrt(1f / Hidden));
        Fill(weights.Out, 0.2f);
    }

    /// <param name="sequences">The sequences.</param>
    /// <param name="labels">Which class each is of.</param>
    /// <param name="importance">How much each counts.</param>
    /// <param name="mirrored">Whether the mirror image has the other class.</param>
    /// <param name="networks">How many are fitted that differ in their seed.</param>
    /// <param name="epochs">How often each is seen.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    public static SequenceScorer Fit(IReadOnlyList<RoleSequence> sequences, IReadOnlyList<bool> labels, IReadOnlyList<float> importance, bool mirrored, int networks, int epochs, int seed, CancellationToken cancellation)
    {
        if (sequences.Count == 0 || labels.All(l => l) || labels.All(l => !l))
            return SequenceScorer.None(mirrored);
        return new SequenceScorer([.. Enumerable.Range(0, networks).Select(n =>
        {
            var trainer = new SequenceTrainer(mirrored, seed + 1000 * n);
            trainer.Run(sequences, labels, importance, epochs, cancellation);
            return trainer.average;
        })], mirrored);
    }

    private void Run(IReadOnlyList<RoleSequence> sequences, IReadOnlyList<bool> labels, IReadOnlyList<float> importance, int epochs, CancellationToken cancellation)
    {
        int[] order = [.. Enumerable.Range(0, sequences.Count)];
        var (step, steps) = (0, epochs * ((order.Length + BatchSize - 1) / BatchSize));
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            for (var from = 0; from < order.Length; from += BatchSize)
            {
                cancellation.ThrowIfCancellationRequested();
                var size = Math.Min(BatchSize, order.Length - from);
                foreach (var part in gradient.All)
                    Array.Clear(part);
                for (var k = from; k < from + size; k++)
                    Learn(sequences[order[k]], labels[order[k]], importance[order[k]] / size);
                step++;
                Step(step, Rate * (1 - (float)step / steps) + LastRate);
            }
        }
    }

    private void Learn(in RoleSequence sequence, bool label, float importance)
    {
        for (var j = 0; j < silent.Length; j++)
            silent[j] = random.NextSingle() < Dropout;
        layers.Forward(weights, sequence, mirrored ? RoleCodes.Itself : RoleCodes.EvenOf);
        var score = Loud(sequence, layers);
        if (mirrored)
        {
            mirrorLayers.Forward(weights, sequence, RoleCodes.MirrorOf);
            score = (score - Loud(sequence, mirrorLayers)) / 2;
        }
        else
            score += weights.Bias[0];
        var error = (1 / (1 + MathF.Exp(-score)) - (label ? 1 : 0)) * importance;
        if (!mirrored)
        {
            gradient.Bias[0] += error;
            Backward(sequence, RoleCodes.EvenOf, layers, error);
            return;
        }
        Backward(sequence, RoleCodes.Itself, layers, error / 2);
        Backward(sequence, RoleCodes.MirrorOf, mirrorLayers, -error / 2);
    }

    /// <summary>The score of the units that are not left out.</summary>
    private float Loud(in RoleSequence sequence, SequenceLayers at)
    {
        at.Pool(sequence);
        float score = 0;
        for (var j = 0; j < silent.Length; j++)
        {
            if (silent[j])
                at.Strongest[j] = -1;
            else if (at.Strongest[j] is >= 0 and var t)
                score += weights.Out[j] * at.Second(t)[j % Hidden] / (1 - Dropout);
        }
        return score;
    }

    private void Backward(in RoleSequence sequence, ReadOnlySpan<byte> reading, SequenceLayers at, float error)
    {
        var n = sequence.Tokens;
        // A token before the first and one after the last have no error: nobody asks where the sequence ends.
        Array.Clear(firstError, 0, (n + 2) * Hidden);
        Array.Clear(secondError, 0, n * Hidden);
        Array.Clear(wholeError);
        for (var j = 0; j < 2 * Hidden; j++)
        {
            if (at.Strongest[j] is not (>= 0 and var t))
                continue;
            gradient.Out[j] += error * at.Second(t)[j % Hidden] / (1 - Dropout);
            secondError[t * Hidden + j % Hidden] += error * weights.Out[j] / (1 - Dropout);
        }
        for (var t = 0; t < n; t++)
            if (secondError.AsSpan(t * Hidden, Hidden) is var unit && unit.ContainsAnyExcept(0f))
                SecondLayer(t, n, unit, at);
        for (var t = 0; t < n; t++)
            Vectors.Add(wholeError, firstError.AsSpan((t + 1) * Hidden, Hidden));
        for (var t = 0; t < n; t++)
            FirstLayer(sequence, reading, t);
        Vectors.Add(gradient.FirstBias, wholeError);
        foreach (var code in sequence.Whole)
            Vectors.Add(gradient.Whole.AsSpan(reading[code] * Hidden, Hidden), wholeError);
    }

    private void SecondLayer(int t, int n, ReadOnlySpan<float> error, SequenceLayers at)
    {
        Vectors.Add(gradient.SecondBias, error);
        var (a, b) = (Vector256.Create(error), Vector256.Create(error[Vector256<float>.Count..]));
        for (var tap = 0; tap < SequenceWeights.Taps; tap++)
        {
            var near = t + 2 * (tap - 1);
            if (near < 0 || near >= n)
                continue;
            var seen = at.First(near);
            var back = firstError.AsSpan((near + 1) * Hidden, Hidden);
            for (var i = 0; i < seen.Length; i++)
            {
                if (seen[i] is not (> 0 and var value))
                    continue;
                var row = (tap * Hidden + i) * Hidden;
                ref float slope = ref gradient.Second.AsSpan(row, Hidden)[0], weight = ref weights.Second.AsSpan(row, Hidden)[0];
                (Vector256.LoadUnsafe(ref slope) + a * value).StoreUnsafe(ref slope);
                (Vector256.LoadUnsafe(ref slope, 8) + b * value).StoreUnsafe(ref slope, 8);
                back[i] += Vector256.Sum(Vector256.LoadUnsafe(ref weight) * a + Vector256.LoadUnsafe(ref weight, 8) * b);
            }
        }
    }

    /// <summary>What the codes of a token answer for: the errors of the token after it, its own, and that of the token before, one tap each, whose weights lie side by side.</summary>
    private void FirstLayer(in RoleSequence sequence, ReadOnlySpan<byte> reading, int token)
    {
        ref float error = ref firstError[token * Hidden];
        var (before0, before1) = (Vector256.LoadUnsafe(ref error), Vector256.LoadUnsafe(ref error, 8));
        var (own0, own1) = (Vector256.LoadUnsafe(ref error, Hidden), Vector256.LoadUnsafe(ref error, Hidden + 8));
        var (after0, after1) = (Vector256.LoadUnsafe(ref error, 2 * Hidden), Vector256.LoadUnsafe(ref error, 2 * Hidden + 8));
        if ((before0.AsInt32() | before1.AsInt32() | own0.AsInt32() | own1.AsInt32() | after0.AsInt32() | after1.AsInt32()) == Vector256<int>.Zero)
            return;
        foreach (var code in sequence.CodesOf(token))
        {
            ref float slope = ref gradient.First.AsSpan(reading[code] * SequenceWeights.Taps * Hidden, SequenceWeights.Taps * Hidden)[0];
            (Vector256.LoadUnsafe(ref slope) + after0).StoreUnsafe(ref slope);
            (Vector256.LoadUnsafe(ref slope, 8) + after1).StoreUnsafe(ref slope, 8);
            (Vector256.LoadUnsafe(ref slope, Hidden) + own0).StoreUnsafe(ref slope, Hidden);
            (Vector256.LoadUnsafe(ref slope, Hidden + 8) + own1).StoreUnsafe(ref slope, Hidden + 8);
            (Vector256.LoadUnsafe(ref slope, 2 * Hidden) + before0).StoreUnsafe(ref slope, 2 * Hidden);
            (Vector256.LoadUnsafe(ref slope, 2 * Hidden + 8) + before1).StoreUnsafe(ref slope, 2 * Hidden + 8);
        }
    }

    private void Step(int step, float rate)
    {
        const float first = 0.9f, second = 0.999f;
        var (firstCorrection, secondCorrection) = (1 - MathF.Pow(first, step), 1 - MathF.Pow(second, step));
        var averaging = Math.Max(Averaging, 1f / step);
        var (w, g, m, v, a) = (weights.All, gradient.All, mean.All, square.All, average.All);
        for (var part = 0; part < w.Length; part++)
        {
            var lanes = w[part].Length - w[part].Length % Vector256<float>.Count;
            for (var i = 0; i < lanes; i += Vector256<float>.Count)
            {
                var weight = Vector256.Create(w[part], i);
                var slope = Vector256.Create(g[part], i) + Decay * weight;
                var mean = first * Vector256.Create(m[part], i) + (1 - first) * slope;
                var square = second * Vector256.Create(v[part], i) + (1 - second) * slope * slope;
                weight -= rate * (mean / firstCorrection) / (Vector256.Sqrt(square / secondCorrection) + Vector256.Create(Smallest));
                var average = Vector256.Create(a[part], i);
                average += averaging * (weight - average);
                mean.CopyTo(m[part], i);
                square.CopyTo(v[part], i);
                weight.CopyTo(w[part], i);
                average.CopyTo(a[part], i);
            }
            // The bias alone is shorter than the processor's vectors.
            for (var i = lanes; i < w[part].Length; i++)
            {
                var slope = g[part][i] + Decay * w[part][i];
                m[part][i] = first * m[part][i] + (1 - first) * slope;
                v[part][i] = second * v[part][i] + (1 - second) * slope * slope;
                w[part][i] -= rate * (m[part][i] / firstCorrection) / (MathF.Sqrt(v[part][i] / secondCorrection) + Smallest);
                a[part][i] += averaging * (w[part][i] - a[part][i]);
            }
        }
    }

    private void Fill(float[] part, float size)
    {
        for (var i = 0; i < part.Length; i++)
            part[i] = Draw(size);
    }

    private float Draw(float size) => (random.NextSingle() * 2 - 1) * size;
}
