namespace Stance.Tests;

public class JointModelTests
{
    private const int Usa = 1, Russia = 2, France = 3;

    private static PairSample Sample(int article, int actor, PairLabel label, int issue = 0) => new()
    {
        First = actor,
        Second = issue,
        Statements = [0],
        Gate = [],
        WholeLength = 0,
        Article = article,
        Fold = article % 3,
        Label = label,
    };

    private static StanceProbabilities Tone(double positive, double negative) => new(positive, negative, 0, 1 - positive - negative);

    private static float Of(FeatureSchema schema, float[] x, string name) => x[schema.Names.ToList().IndexOf(name)];

    [Fact]
    public void The_stronger_tone_of_both_directions_links_two_actors()
    {
        var links = new ActorLinks();
        links.Add(Usa, Russia, Tone(0.1, 0.6));
        links.Add(Russia, Usa, Tone(0.3, 0.2));
        Assert.Equal((0.3, 0.6), links.Between(Usa, Russia));
        Assert.Equal((0.3, 0.6), links.Between(Russia, Usa));
        Assert.Equal((0, 0), links.Between(Usa, France));
    }

    [Fact]
    public void What_the_others_say_is_weighed_by_how_likely_they_say_it_and_how_they_stand_to_the_actor()
    {
        var links = new ActorLinks();
        links.Add(Usa, Russia, Tone(0, 0.8));
        links.Add(France, Usa, Tone(0.5, 0));
        // Log-odds 0 is a probability of one half; a side of two atanh(.6) is .6.
        PairSample[] samples = [Sample(0, Russia, PairLabel.None), Sample(0, Usa, PairLabel.None), Sample(0, France, PairLabel.None), Sample(0, Usa, PairLabel.None, issue: 1)];
        JointMember[] members =
        [
            new(Russia, 0, -2 * Math.Atanh(0.6), [4, 7], [0.2, 0.9]),
            new(Usa, -1, 0.3, [7, 9], [0.4, 0.1]),
            new(France, 0, 2 * Math.Atanh(0.6), [9], [0.5]),
            new(Usa, 3, 1, [7], [1]),
        ];
        var (x, y) = JointFeatures.Of(samples, members, _ => links);
        var (stance, side) = (JointFeatures.StanceSchema, JointFeatures.SideSchema);
        Assert.Equal(-1, Of(stance, x[1], "stance alone"));
        Assert.Equal(0.5f, Of(stance, x[1], "best other"), 5);
        Assert.Equal(1 / 3f, Of(stance, x[1], "three best others"), 5);
        Assert.Equal(3, Of(stance, x[1], "candidates"));
        Assert.Equal(2, Of(stance, x[1], "others ahead"));
        Assert.Equal(0.5f, Of(stance, x[1], "mean of others"), 5);
        // Both others are as likely: neither is the best.
        Assert.Equal(0, Of(side, y[1], "side of the best other"), 5);
        Assert.Equal(0.4f, Of(stance, x[1], "linked to one with a stance"), 5);
        Assert.Equal(0.9f, Of(stance, x[1], "best evidence claimed by another"), 5);
        Assert.Equal(1, Of(stance, x[1], "others with the same best evidence"));
        Assert.Equal(1, Of(stance, x[1], "others for whom it is better evidence"));
        Assert.Equal(0, Of(side, y[1], "side of the others"), 5);
        Assert.Equal(0.5f * 0.6f * 0.5f, Of(side, y[1], "side of those in a positive tone"), 5);
        Assert.Equal(-0.8f * 0.6f * 0.5f, Of(side, y[1], "side of those in a negative tone"), 5);
        Assert.Equal(-0.6f * 0.5f / 2, Of(side, y[1], "side of those with the same best evidence"), 5);
        // The other issue stands alone.
        Assert.Equal(1, Of(stance, x[3], "candidates"));
        Assert.Equal(0, Of(stance, x[3], "best other"));
    }

    [Theory]
    [InlineData(0.9, 0.8, 1, 0)]
    [InlineData(0.9, 0.5, 0, 1)]
    [InlineData(0.4, 0.4, 0, 1)]
    public void Who_says_it_together_shares_no_evidence_by_chance(double own, double other, float together, float shared)
    {
        PairSample[] samples = [Sample(0, Russia, PairLabel.None), Sample(0, Usa, PairLabel.None)];
        var (x, y) = JointFeatures.Of(samples, [new(Russia, 0, 2 * Math.Atanh(0.6), [7], [0.9], other), new(Usa, 1, 0, [7], [0.8], own)], _ => ActorLinks.None);
        var (stance, side) = (JointFeatures.StanceSchema, JointFeatures.SideSchema);
        Assert.Equal(together, Of(stance, x[1], "others who say it together"));
        Assert.Equal(shared, Of(stance, x[1], "others with the same best evidence"));
        Assert.Equal(together * 0.5f, Of(stance, x[1], "best other who says it together"), 5);
        Assert.Equal(shared * 0.9f, Of(stance, x[1], "best evidence claimed by another"), 5);
        // To the side of the pair they are companions either way.
        Assert.Equal(0.6f * 0.5f / 2, Of(side, y[1], "side of those with the same best evidence"), 5);
    }

    [Fact]
    public void Who_accuses_one_another_is_learnt_to_take_opposite_sides()
    {
        var samples = new List<PairSample>();
        var members = new List<JointMember>();
        var links = new List<ActorLinks>();
        var lot = new Random(1);
        for (var article = 0; article < 300; article++)
        {
            var hostile = article % 2 == 0;
            var favor = lot.Next(2) == 0;
            var tone = new ActorLinks();
            tone.Add(Usa, Russia, hostile ? Tone(0, 0.9) : Tone(0.9, 0));
            links.Add(tone);
            samples.Add(Sample(article, Usa, favor ? PairLabel.Favor : PairLabel.Against));
            members.Add(new JointMember(Usa, 2, favor ? 3 : -3, [1], [0.9]));
            // Looked at alone, nothing tells Russia's side.
            samples.Add(Sample(article, Russia, favor != hostile ? PairLabel.Favor : PairLabel.Against));
            members.Add(new JointMember(Russia, 2, 0, [2], [0.9]));
        }
        for (var article = 300; article < 400; article++)
        {
            links.Add(ActorLinks.None);
            samples.Add(Sample(article, France, PairLabel.None));
            members.Add(new JointMember(France, -2, 0, [1], [0.1]));
        }
        var (model, _, side) = JointModel.Fit(samples, false, [.. members], links, new TrainingOptions());
        int right = 0, of = 0;
        for (var i = 0; i < samples.Count; i++)
        {
            if (samples[i].First != Russia)
                continue;
            of++;
            if (side[i] > 0 == (samples[i].Label == PairLabel.Favor)) right++;
        }
        Assert.True(right > 0.95 * of, $"{right} of {of}");
        // The mean of the fits without each fold and on all says on average what they say.
        Assert.True(model.Side.Trees.Trees > 40, $"{model.Side.Trees.Trees} trees; one fit has 40");
        var scores = model.Score(samples, [.. members], s => links[s.Article]);
        double Size(double[] sides) => Enumerable.Range(0, samples.Count).Where(i => samples[i].First == Russia).Average(i => Math.Abs(sides[i]));
        Assert.InRange(Size(scores.Side) / Size(side), 0.67, 1.5);
    }

    [Fact]
    public void The_order_in_which_candidates_are_listed_says_nothing()
    {
        var links = new ActorLinks();
        links.Add(Usa, Russia, Tone(0.2, 0.7));
        links.Add(France, Usa, Tone(0.5, 0.1));
        PairSample[] samples = [Sample(0, Usa, PairLabel.None), Sample(0, Russia, PairLabel.None), Sample(0, France, PairLabel.None), Sample(0, 4, PairLabel.None)];
        // Two of them as likely, on opposite sides.
        JointMember[] members = [new(Usa, 1, 2, [1, 2], [0.7, 0.1]), new(Russia, 0.5, -1, [1], [0.6]), new(France, 0.5, 3, [2, 3], [0.2, 0.8]), new(4, -1, 0.4, [3], [0.3])];
        var (x, y) = JointFeatures.Of(samples, members, _ => links);
        int[][] orders = [[0, 1, 2, 3], [0, 2, 1, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]];
        foreach (var order in orders)
        {
            var (turnedX, turnedY) = JointFeatures.Of(Array.ConvertAll(order, i => samples[i]), Array.ConvertAll(order, i => members[i]), _ => links);
            for (var k = 0; k < order.Length; k++)
            {
                Assert.Equal(x[order[k]].Select(v => Math.Round(v, 5)), turnedX[k].Select(v => Math.Round(v, 5)));
                Assert.Equal(y[order[k]].Select(v => Math.Round(v, 5)), turnedY[k].Select(v => Math.Round(v, 5)));
            }
        }
    }
}
