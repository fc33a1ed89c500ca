namespace Stance.Tests;

public class PairModelTests
{
    /// <summary>The sample as it would be for the negated proposition with its phrases swapped.</summary>
    private static PairSample Mirrored(PairSample sample) => new()
    {
        First = sample.First,
        Second = sample.Second,
        Statements = sample.Statements,
        Gate = sample.Gate,
        WholeLength = sample.WholeLength,
        Named = sample.Named,
        NamedParts = Array.ConvertAll(sample.NamedParts, part => -part),
        Rows = MirroredRows(sample.Rows),
        Confidences = sample.Confidences,
        Read = r => sample.Sequence(r).Mirror(),
    };

    private static FeatureRows MirroredRows(FeatureRows rows)
    {
        var mirrored = FeatureRows.Of(rows.Count, StanceFeatures.Schema.Count);
        for (var r = 0; r < rows.Count; r++)
            StanceFeatures.Schema.WriteMirrored(rows[r], mirrored[r]);
        return mirrored;
    }

    [Fact]
    public void The_prior_of_the_shipped_model_is_its_corpus_s_share_of_favor()
    {
        // Of the labels with a side 62 in 100 are favor; the share is taken on long articles, which differ a little.
        var share = 1 / (1 + Math.Exp(-StanceModel.Default.Stances.FavorShift));
        Assert.InRange(share, 0.55, 0.7);
    }

    [Fact]
    public void What_is_pooled_is_scored_by_the_models_of_all_parts_and_of_the_whole()
    {
        // A fit has at most so many trees, and fewer where nothing is left to split: more than that are of several fits.
        var (model, options) = (TrainedModel.Model.Stances, TrainedModel.Options);
        Assert.Equal(options.PairTrees * (options.Folds + 1), model.Pair.Trees);
        Assert.InRange(model.RowEvidence.Trees, options.RowTrees + 1, options.RowTrees * (options.Folds + 1));
        Assert.InRange(model.RowSide.Trees.Trees, options.RowTrees + 1, options.RowTrees * (options.Folds + 1));
    }

    [Fact]
    public void A_flipped_proposition_flips_favor_and_against_and_nothing_else()
    {
        var model = TrainedModel.Model.Stances;
        Assert.Equal(0, model.FavorShift);
        var samples = TrainedModel.Fit.Set.Stances;
        var (flipped, apart) = (0, new List<double>());
        Assert.NotNull(model.Joint);
        foreach (var article in samples.GroupBy(s => s.Article))
        {
            var links = new ActorLinks();
            var tones = TrainedModel.Fit.Set.Sentiments.Where(t => t.Article == article.Key).ToList();
            foreach (var (tone, score) in tones.Zip(TrainedModel.Model.Sentiments.Score(tones, SentimentExtractor.Pooling, ActorLinks.None)))
                links.Add(tone.First, tone.Second, score.Probabilities);
            var scores = model.Score([.. article], PairPooling.Stances, links);
            var opposites = model.Score([.. article.Select(Mirrored)], PairPooling.Stances, links);
            foreach (var (score, opposite) in scores.Zip(opposites))
            {
                Assert.Equal(score.RowScores, opposite.RowScores);
                var difference = Math.Max(Math.Abs(score.Stance - opposite.Stance), Math.Max(Math.Abs(score.Neutral - opposite.Neutral), Math.Abs(1 - score.Favor - opposite.Favor)));
                if (difference > 1e-9)
                    apart.Add(difference);
                if (Math.Abs(score.Favor - 0.5) > 0.05)
                    flipped++;
            }
        }
        // Sums in the opposite order differ in their last binary digit, and now and then a tree splits just there.
        Assert.True(apart.Count <= samples.Count / 1000, $"{apart.Count} of {samples.Count} pairs do not flip exactly");
        Assert.All(apart, d => Assert.InRange(d, 0, 0.05));
        // A model that always says one half would flip too.
        Assert.True(flipped > samples.Count / 8, $"{flipped} of {samples.Count} have a side");
    }

    [Fact]
    public void The_four_probabilities_sum_to_one()
    {
        var p = new PairScore(0.8, 0.75, 0.5, []).Probabilities;
        Assert.Equal(new StanceProbabilities(0.8 * 0.5 * 0.75, 0.8 * 0.5 * 0.25, 0.4, 0.2), new StanceProbabilities(p.Favor, p.Against, p.Neutral, Math.Round(p.None, 12)));
        Assert.Equal(1, p.Favor + p.Against + p.Neutral + p.None, 12);
    }

    [Theory]
    [InlineData(0.9, 0.4, 0.5, StanceLabel.Favor)]
    [InlineData(0.5, 0.4, 0.5, StanceLabel.Favor)]
    [InlineData(0.49, 0.4, 0.5, StanceLabel.Against)]
    [InlineData(0.9, 0.5, 0.5, StanceLabel.Neutral)]
    [InlineData(0.9, 1, 1.1, StanceLabel.Favor)] // a threshold above 1: neutral is never said
    public void The_stance_to_report(double favor, double neutral, double threshold, StanceLabel stance) => Assert.Equal(stance, new PairScore(1, favor, neutral, []).StanceAt(threshold));

    [Fact]
    public void A_prior_of_favor_shifts_its_log_odds()
    {
        var none = new TreeEnsemble.Builder().Build(0);
        var side = BlendedScorer.None(StanceFeatures.Schema, true);
        var model = new PairModel
        {
            Mirrored = true,
            RowEvidence = none,
            RowEvidenceRoles = SequenceScorer.None(false),
            RowSide = side,
            RowSideRoles = SequenceScorer.None(true),
            Pair = none,
            PairSide = side,
            PairNeutral = none,
            SideCalibrator = new(1, 0),
            FavorShift = Math.Log(0.7 / 0.3),
        };
        // Odds of one to one become seven to three; two to one, fourteen to three.
        Assert.Equal(0.7, model.Combine(0, 0, 0, []).Favor, 9);
        Assert.Equal(14 / 17.0, model.Combine(0, Math.Log(2), 0, []).Favor, 9);
    }
}
