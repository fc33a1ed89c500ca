namespace Stance.Tests;

public class TrainingMaskTests
{
    private static PairSample Pair(PairLabel label)
    {
        float[] Ones(int count) => [.. Enumerable.Repeat(1f, count)];
        return new PairSample { First = 0, Second = 0, Statements = [0, 1], Rows = new FeatureRows(Ones(2 * StanceFeatures.Schema.Count), StanceFeatures.Schema.Count), Gate = Ones(PairExtractor.GateSchema.Count), WholeLength = PairExtractor.WholeSchema.Count, Label = label, IsEvidence = [false, true] };
    }

    [Fact]
    public void Features_that_are_left_out_are_0_and_no_others()
    {
        var mask = new TrainingMask { Features = new HashSet<string> { "negations", "sentences" } };
        var pair = Pair(PairLabel.Favor);
        mask.Apply(pair);
        Assert.All(Enumerable.Range(0, 2), r => Assert.Equal(["negations"], pair.Rows[r].ToArray().Select((v, i) => (v, i)).Where(p => p.v == 0).Select(p => StanceFeatures.Schema.Names[p.i])));
        Assert.Equal(["sentences"], pair.Whole.ToArray().Select((v, i) => (v, i)).Where(p => p.v == 0).Select(p => PairExtractor.WholeSchema.Names[p.i]));
        // The gate sees what it always sees.
        Assert.DoesNotContain(0f, pair.Gate);
        Assert.Equal([false, true], pair.IsEvidence);
    }

    [Theory]
    [InlineData(PairLabel.Favor, true)]
    [InlineData(PairLabel.None, false)]
    internal void Without_evidence_every_statement_of_a_labelled_pair_counts(PairLabel label, bool all)
    {
        var pair = Pair(label);
        new TrainingMask { NoEvidence = true }.Apply(pair);
        Assert.Equal([all, true], pair.IsEvidence);
    }

    [Fact]
    public void A_training_without_features_learners_and_mirror_does_without_them()
    {
        var some = LabelledCorpus.Of(TrainedModel.Corpus.Articles.Take(30), TrainedModel.Corpus.Issues);
        var who = StanceFeatures.Schema.Names.Where(n => n.StartsWith("speaker", StringComparison.Ordinal)).ToHashSet();
        var options = TrainedModel.Options with { RowTrees = 5, PairTrees = 5, Noise = false, Mask = new TrainingMask { Features = who, NoLinear = true, NoSequences = true, NoSecondLook = true, NoMirror = true } };
        var model = new StanceTrainer(options).Train(some).Stances;
        Assert.Null(model.Joint);
        Assert.False(model.Mirrored);
        var x = new float[StanceFeatures.Schema.Count];
        Array.Fill(x, 1f);
        var given = new double[x.Length];
        model.RowEvidence.Explain(x, given);
        model.RowSide.Explain(x, StanceFeatures.Schema, given);
        Assert.All(given.Select((g, i) => (g, StanceFeatures.Schema.Names[i])).Where(p => who.Contains(p.Item2)), p => Assert.Equal(0, p.g));
        Assert.Contains(given, g => g != 0);
        Assert.All(Enumerable.Range(0, x.Length), i => Assert.Equal(0, model.RowSide.Linear.WeightOf(i)));
        Assert.Equal((0, 0), (model.RowEvidenceRoles.Score(new RoleSequence([0], [1, 2], [0, 1, 2], 0, 2)), model.RowSideRoles.Score(new RoleSequence([0], [1, 2], [0, 1, 2], 0, 2))));
    }
}
