using System.Diagnostics;

namespace Stance.Benchmarks;

/// <summary>What an article costs, the least of many rounds, beside the yardstick of the same rounds: on a machine whose pace changes by the minute two builds are compared by running them in turn.</summary>
internal static class PaceRun
{
    /// <param name="seconds">How long to go on.</param>
    public static int Run(int seconds)
    {
        var articles = BenchmarkArticles.Arabic(100);
        var analyzer = new StanceAnalyzer(issues: BenchmarkArticles.SixtyIssues);
        var lexicon = new Lexicon(ActorCatalog.Default, StanceModel.Default.Data);
        var sequences = Sequences();
        (string Name, int Of, Action Work)[] works =
        [
            ("an article, the whole way", articles.Length, () => { foreach (var a in articles) analyzer.Analyze(a); }),
            ("an article: text, actors, statements", articles.Length, () => { foreach (var a in articles) ArticleAnalysis.Of(lexicon, a); }),
            ("an article: normalise and tokenise (yardstick)", articles.Length, () => { foreach (var a in articles) Tokenizer.Tokenize(NormalizedText.Of(a.Text)); }),
            ("a sequence of 50 tokens, networks of sides", sequences.Count, () => { foreach (var s in sequences) StanceModel.Default.Stances.RowSideRoles.Score(s); }),
            ("a sequence of 50 tokens, networks of evidence", sequences.Count, () => { foreach (var s in sequences) StanceModel.Default.Stances.RowEvidenceRoles.Score(s); }),
        ];
        var least = new double[works.Length];
        Array.Fill(least, double.MaxValue);
        var rounds = 0;
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < seconds; rounds++)
            for (var w = 0; w < works.Length; w++)
            {
                var before = watch.Elapsed;
                works[w].Work();
                least[w] = Math.Min(least[w], (watch.Elapsed - before).TotalMicroseconds / works[w].Of);
            }
        Console.WriteLine($"| {rounds} rounds | µs | ratio to the yardstick |\n| --- | ---: | ---: |");
        for (var w = 0; w < works.Length; w++)
            Console.WriteLine(FormattableString.Invariant($"| {works[w].Name} | {least[w]:F1} | {least[w] / least[2]:F2} |"));
        return 0;
    }

    /// <summary>Two hundred sequences of 50 tokens with one to three codes each, drawn by lot.</summary>
    private static List<RoleSequence> Sequences()
    {
        var (random, sequences) = (new Random(1), new List<RoleSequence>());
        while (sequences.Count < 200)
        {
            var (codes, starts) = (new List<byte>(), new List<ushort>());
            for (var t = 0; t < 50; t++)
            {
                starts.Add((ushort)codes.Count);
                for (var k = random.Next(1, 4); k > 0; k--)
                    codes.Add((byte)random.Next(RoleCodes.Count));
            }
            starts.Add((ushort)codes.Count);
            sequences.Add(new RoleSequence([.. new byte[] { 1, 2, 3, 4, 5 }], [.. codes], [.. starts], 10, 40));
        }
        return sequences;
    }
}
