namespace Stance.Tests;

public class SequenceScorerTests
{
    /// <summary>A sequence of one code a token.</summary>
    private static RoleSequence Of(params ReadOnlySpan<int> codes)
    {
        var starts = new ushort[codes.Length + 1];
        for (var i = 0; i < starts.Length; i++)
            starts[i] = (ushort)i;
        return new RoleSequence([(byte)RoleCodes.Affirms], [.. codes.ToArray().Select(c => (byte)c)], starts, 0, codes.Length);
    }

    private static readonly int[] Filling = [RoleCodes.Token(TokenKind.Dash), RoleCodes.Token(TokenKind.Other), RoleCodes.Other, RoleCodes.Cue(CueGroup.Say)];

    /// <summary>Two codes somewhere among others, one token between them, in either order.</summary>
    private static (List<RoleSequence> Sequences, List<bool> Labels) Pairs(int count, int seed, int one, int other)
    {
        var random = new Random(seed);
        var (sequences, labels) = (new List<RoleSequence>(), new List<bool>());
        for (var n = 0; n < count; n++)
        {
            int[] codes = [.. Enumerable.Range(0, 12).Select(_ => Filling[random.Next(Filling.Length)])];
            var (at, turned) = (random.Next(9), random.Next(2) == 0);
            (codes[at], codes[at + 2]) = turned ? (other, one) : (one, other);
            sequences.Add(Of(codes));
            labels.Add(!turned);
        }
        return (sequences, labels);
    }

    private static SequenceScorer Fit((List<RoleSequence> Sequences, List<bool> Labels) data, bool mirrored, int seed = 1) =>
        SequenceTrainer.Fit(data.Sequences, data.Labels, [.. data.Labels.Select(_ => 1f)], mirrored, 3, 30, seed, default);

    [Fact]
    public void What_is_frequent_is_likely_where_nothing_is_said()
    {
        // A sequence without a token says nothing: what is left is the bias, which is shorter than a vector of the processor.
        var (sequences, _) = Pairs(300, 1, RoleCodes.This, RoleCodes.Topic);
        List<bool> mostly = [.. sequences.Select((_, i) => i % 10 != 0)], rarely = mostly.ConvertAll(l => !l);
        Assert.InRange(Fit((sequences, mostly), false).Score(RoleSequence.Empty), 0.01, 10);
        Assert.InRange(Fit((sequences, rarely), false).Score(RoleSequence.Empty), -10, -0.01);
    }

    [Fact]
    public void A_file_has_the_first_layer_neighbour_by_neighbour()
    {
        // The order of the first models' files, whatever order scoring wants.
        var weights = new SequenceWeights();
        for (var tap = 0; tap < SequenceWeights.Taps; tap++)
            for (var code = 0; code < RoleCodes.Count; code++)
                for (var unit = 0; unit < SequenceWeights.Hidden; unit++)
                    weights.First[(code * SequenceWeights.Taps + tap) * SequenceWeights.Hidden + unit] = (tap * RoleCodes.Count + code) * SequenceWeights.Hidden + unit;
        using var memory = new MemoryStream();
        weights.Write(new BinaryWriter(memory));
        var reader = new BinaryReader(new MemoryStream(memory.ToArray()));
        Assert.Equal((RoleCodes.Count, SequenceWeights.Hidden), (reader.ReadInt32(), reader.ReadInt32()));
        Assert.Equal(Enumerable.Range(0, weights.First.Length), Enumerable.Range(0, weights.First.Length).Select(_ => (int)reader.ReadSingle()));
        Assert.Equal(weights.First, SequenceWeights.Read(new BinaryReader(new MemoryStream(memory.ToArray()))).First);
    }

    [Fact]
    public void What_comes_first_can_be_learnt()
    {
        // No count of roles tells the classes apart: both have the same.
        var (one, other) = (RoleCodes.This, RoleCodes.Marker(MarkerClass.Negation));
        var scorer = Fit(Pairs(600, 1, one, other), mirrored: false);
        var (sequences, labels) = Pairs(200, 2, one, other);
        Assert.InRange(sequences.Zip(labels).Count(p => scorer.Score(p.First) > 0 == p.Second), 195, 200);
    }

    [Fact]
    public void With_a_mirror_the_negated_proposition_has_the_negated_score()
    {
        var scorer = Fit(Pairs(400, 1, RoleCodes.Favor, RoleCodes.Judgement(-2)), mirrored: true);
        var scores = Pairs(50, 2, RoleCodes.Favor, RoleCodes.Judgement(-2)).Sequences.ConvertAll(s => (Score: scorer.Score(s), Mirror: scorer.Score(s.Mirror())));
        Assert.All(scores, s => Assert.Equal(s.Score, -s.Mirror));
        Assert.Contains(scores, s => Math.Abs(s.Score) > 0.5);
    }

    [Fact]
    public void A_judgement_after_a_phrase_turns_its_side()
    {
        // For: praise of what favors, blame of what is against; the mirror image has the other side.
        var random = new Random(3);
        var (sequences, labels) = (new List<RoleSequence>(), new List<bool>());
        for (var n = 0; n < 600; n++)
        {
            var (favors, praised) = (random.Next(2) == 0, random.Next(2) == 0);
            sequences.Add(Of(Filling[random.Next(4)], favors ? RoleCodes.Favor : RoleCodes.Against, Filling[random.Next(4)], RoleCodes.Judgement(praised ? 2 : -2), Filling[random.Next(4)]));
            labels.Add(favors == praised);
        }
        var scorer = Fit((sequences[..400], labels[..400]), mirrored: true);
        Assert.InRange(sequences[400..].Zip(labels[400..]).Count(p => scorer.Score(p.First) > 0 == p.Second), 190, 200);
    }

    [Fact]
    public void Without_a_mirror_both_sides_are_one()
    {
        var scorer = Fit(Pairs(300, 1, RoleCodes.Favor, RoleCodes.This), mirrored: false);
        Assert.All(Pairs(20, 2, RoleCodes.Favor, RoleCodes.This).Sequences, s => Assert.Equal(scorer.Score(s), scorer.Score(s.Mirror())));
    }

    [Fact]
    public void Training_repeats_to_the_last_bit_and_another_seed_does_not()
    {
        var data = Pairs(200, 1, RoleCodes.This, RoleCodes.Topic);
        var probe = data.Sequences[0];
        Assert.Equal(Fit(data, true).Score(probe), Fit(data, true).Score(probe));
        Assert.NotEqual(Fit(data, true).Score(probe), Fit(data, true, seed: 2).Score(probe));
    }

    [Fact]
    public void Weights_survive_the_file_and_those_of_other_roles_are_refused()
    {
        var data = Pairs(200, 1, RoleCodes.This, RoleCodes.Topic);
        var scorer = Fit(data, true);
        using var memory = new MemoryStream();
        scorer.Write(new BinaryWriter(memory));
        memory.Position = 0;
        Assert.Equal(scorer.Score(data.Sequences[3]), SequenceScorer.Read(new BinaryReader(memory), true).Score(data.Sequences[3]));
        var bytes = memory.ToArray();
        bytes[4]++;
        Assert.Contains($"allowed: {RoleCodes.Count} and {SequenceWeights.Hidden}", Assert.Throws<FormatException>(() => SequenceScorer.Read(new BinaryReader(new MemoryStream(bytes)), true)).Message, StringComparison.Ordinal);
        bytes[4]--;
        BitConverter.TryWriteBytes(bytes.AsSpan(12), float.NaN);
        Assert.Throws<FormatException>(() => SequenceScorer.Read(new BinaryReader(new MemoryStream(bytes)), true));
    }

    [Fact]
    public void One_class_alone_says_nothing_and_no_token_is_no_error()
    {
        Assert.Equal(0, SequenceTrainer.Fit([Of(RoleCodes.This)], [true], [1], true, 3, 1, 1, default).Score(Of(RoleCodes.This)));
        Assert.True(double.IsFinite(Fit(Pairs(50, 1, RoleCodes.This, RoleCodes.Topic), false).Score(RoleSequence.Empty)));
    }

    [Fact]
    public void It_stops_when_asked_to()
    {
        var (sequences, labels) = Pairs(5000, 1, RoleCodes.This, RoleCodes.Topic);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Assert.Throws<OperationCanceledException>(() => SequenceTrainer.Fit(sequences, labels, [.. labels.Select(_ => 1f)], true, 3, 100_000, 1, source.Token));
    }

    [Fact]
    public void Every_code_has_a_name_of_its_own_and_the_mirror_of_the_mirror_is_itself()
    {
        Assert.InRange(RoleCodes.Count, 100, 256);
        Assert.Equal(RoleCodes.Count, RoleCodes.Names.Distinct().Count());
        Assert.All(Enumerable.Range(0, RoleCodes.Count), c => Assert.Equal(c, RoleCodes.MirrorOf[RoleCodes.MirrorOf[c]]));
        Assert.Equal(RoleCodes.Against, RoleCodes.MirrorOf[RoleCodes.Favor]);
        Assert.Equal(RoleCodes.Orientation(-0.5f), RoleCodes.MirrorOf[RoleCodes.Orientation(0.5f)]);
        Assert.Equal(RoleCodes.Judgement(2), RoleCodes.MirrorOf[RoleCodes.Judgement(2)]);
    }

    [Fact]
    public void Packed_sequences_say_what_they_said()
    {
        RoleSequence[] apart = [Of(RoleCodes.This, RoleCodes.Favor), new([1, 2], [3, 4, 5], [0, 1, 3], 1, 2), RoleSequence.Empty];
        RoleSequence?[] packed = [apart[0], null, apart[1], apart[2]];
        RoleSequence.Pack(packed);
        Assert.Null(packed[1]);
        foreach (var (before, after) in apart.Zip([packed[0]!.Value, packed[2]!.Value, packed[3]!.Value]))
        {
            Assert.Equal(before.Whole, after.Whole);
            Assert.Equal((before.Tokens, before.First, before.End), (after.Tokens, after.First, after.End));
            for (var t = 0; t < before.Tokens; t++)
                Assert.Equal(before.CodesOf(t), after.CodesOf(t));
            Assert.Equal(before.Mirror().Whole, after.Mirror().Whole);
        }
        Assert.Equal(apart[1].Without(1).CodesOf(0), packed[2]!.Value.Without(1).CodesOf(0));
        Assert.Equal(0, packed[2]!.Value.Without(1).CodesOf(1).Length);
    }

    [Fact]
    public void A_statement_is_read_as_roles()
    {
        var issue = new Issue
        {
            Id = "x",
            Proposition = new Dictionary<string, string> { ["en"] = "Sanctions should be imposed on Iran." },
            Favor = new Dictionary<string, IReadOnlyList<string>> { ["en"] = ["impose sanctions"] },
            Against = new Dictionary<string, IReadOnlyList<string>> { ["en"] = ["lift the embargo"] },
        };
        var machinery = new StanceMachinery(new Lexicon(ActorCatalog.Default, TrainedModel.Model.Data), [issue], TrainedModel.Model.Weights);
        var analysis = ArticleAnalysis.Of(machinery.Lexicon, new Article { Text = "Russia did not condemn the sanctions, but France called Iran a dangerous neighbour.", Language = "en" });
        var signals = StatementSignals.Of(machinery.Lexicon, analysis);
        var index = machinery.IndexOf("en")!;
        var extractor = new PairExtractor(machinery.Lexicon, analysis, signals, index, IssueWindows.Of(analysis, signals, index, new IssueMatcher(index)));
        var sample = extractor.Extract(machinery.Lexicon.ActorIndex["RUS"], 0)!;
        var sequence = sample.Sequence(0);
        List<string>[] tokens = [.. Enumerable.Range(0, sequence.Tokens).Select(t => sequence.CodesOf(t).ToArray().Select(c => RoleCodes.Names[c]).ToList())];
        Assert.Contains("this actor", tokens[0]);
        Assert.Contains("marker Negation", tokens[2]);
        Assert.Superset(new HashSet<string> { "the statement's cue", "cue Condemn", "polarity -1" }, tokens[3].ToHashSet());
        Assert.Contains("topic", tokens[5]);
        Assert.Contains("token Comma", tokens[6]);
        Assert.Contains("another actor", tokens[8]);
        Assert.Contains("actor that the proposition does harm", tokens[10]);
        Assert.Contains("judgement -2", tokens[12]);
        Assert.Equal([.. Enumerable.Range(0, tokens.Length).Select(t => t >= sequence.First && t < sequence.End)], tokens.Select(t => t.Contains("in the statement")));
        Assert.Superset(new HashSet<string> { "proposition affirms", "cue of the statement Condemn", "actor speaks Subject", "cue negated" }, sequence.Whole.ToArray().Select(c => RoleCodes.Names[c]).ToHashSet());
        Assert.DoesNotContain("proposition does the actor harm", sequence.Whole.ToArray().Select(c => RoleCodes.Names[c]));
        Assert.Contains("proposition does the actor harm", extractor.Extract(machinery.Lexicon.ActorIndex["IRN"], 0, evenIfEmpty: true)!.Sequence(0).Whole.ToArray().Select(c => RoleCodes.Names[c]));
        // The same tokens say the same of another actor, but for who is who.
        Assert.Contains("another actor", extractor.Extract(machinery.Lexicon.ActorIndex["FRA"], 0, evenIfEmpty: true)!.Sequence(0).CodesOf(0).ToArray().Select(c => RoleCodes.Names[c]));
    }
}
