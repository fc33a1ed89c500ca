namespace Stance.Tests;

public class StanceFeaturesTests
{
    /// <summary>The issue with its proposition denied and its phrases swapped: who favored it is against it.</summary>
    private static Issue Negated(Issue issue) => issue with
    {
        // Of the negations «ليس» forms no set phrase with the verb that follows: all words of the proposition stay.
        Proposition = issue.Proposition.Where(p => p.Key == LanguageDetector.Arabic).ToDictionary(p => p.Key, p => "ليس " + p.Value),
        Favor = issue.Against,
        Against = issue.Favor,
    };

    /// <summary>The labelled pairs of some Arabic articles with the features of their statements, under issues as they are or negated.</summary>
    private static List<PairSample> Samples(bool negated)
    {
        var issues = TrainedModel.Corpus.Issues.Select(i => negated ? Negated(i) : i with { Proposition = i.Proposition.Where(p => p.Key == LanguageDetector.Arabic).ToDictionary() });
        var machinery = new StanceMachinery(new Lexicon(ActorCatalog.Default, TrainedModel.Model.Data), issues, TrainedModel.Model.Weights);
        var samples = new List<PairSample>();
        foreach (var labelled in TrainedModel.Corpus.Articles.Where(a => a.Article.Language == LanguageDetector.Arabic))
        {
            var analysis = ArticleAnalysis.Of(machinery.Lexicon, labelled.Article);
            var signals = StatementSignals.Of(machinery.Lexicon, analysis);
            var index = machinery.IndexOf(LanguageDetector.Arabic)!;
            var extractor = new PairExtractor(machinery.Lexicon, analysis, signals, index, IssueWindows.Of(analysis, signals, index, new IssueMatcher(index)));
            foreach (var stance in labelled.Stances)
                samples.Add(extractor.Extract(machinery.Lexicon.ActorIndex[stance.Actor], machinery.IssueNumber[stance.Issue], evenIfEmpty: true)!);
        }
        return samples;
    }

    [Fact]
    public void Denying_the_proposition_and_swapping_its_phrases_mirrors_the_features_and_flips_the_stance()
    {
        List<PairSample> plain = Samples(false), negated = Samples(true);
        var schema = StanceFeatures.Schema;
        var model = TrainedModel.Model.Stances;
        var rows = 0;
        var (ties, wrong, apart) = (new HashSet<int>(), new HashSet<string>(), new List<double>());
        for (var i = 0; i < plain.Count; i++)
        {
            Assert.Equal(plain[i].Statements, negated[i].Statements);
            Compare(i, PairExtractor.GateSchema, plain[i].Gate, negated[i].Gate);
            for (var r = 0; r < plain[i].Rows.Count; r++, rows++)
            {
                var expected = new float[schema.Count];
                schema.WriteMirrored(plain[i].Rows[r], expected);
                Compare(i, schema, expected, negated[i].Rows[r].ToArray());
            }
            PairScore score = model.Score([plain[i]], PairPooling.Stances, ActorLinks.None)[0], opposite = model.Score([negated[i]], PairPooling.Stances, ActorLinks.None)[0];
            if (ties.Contains(i))
                continue;
            double[] differences = [score.Stance - opposite.Stance, score.Probabilities.Favor - opposite.Probabilities.Against, score.Probabilities.Against - opposite.Probabilities.Favor];
            if (differences.Max(Math.Abs) > 1e-6)
                apart.Add(differences.Max(Math.Abs));
        }
        Assert.Empty(wrong);
        Assert.True(rows > 200, $"{rows} rows");
        // A last binary digit that falls on the other side of a tree's split.
        Assert.True(apart.Count <= plain.Count / 50, $"{apart.Count} of {plain.Count} pairs do not flip");
        Assert.All(apart, d => Assert.InRange(d, 0, 0.05));
        Assert.True(ties.Count <= plain.Count / 20, $"{ties.Count} of {plain.Count} pairs have words that fit equally well");

        void Compare(int pair, FeatureSchema features, float[] expected, float[] found)
        {
            for (var f = 0; f < features.Count; f++)
            {
                // The same weights may be summed in another order: single precision has seven digits.
                if (Math.Abs(expected[f] - found[f]) <= 1e-5 * (1 + Math.Abs(expected[f])))
                    continue;
                // Of two words of an issue that fit a token, or that the issue is known by, equally well the first is taken, and swapping the phrases changes which is first.
                if (features.Names[f].StartsWith("orientation", StringComparison.Ordinal) || features.Names[f].Contains("anchors", StringComparison.Ordinal))
                    ties.Add(pair);
                else
                    wrong.Add(features.Names[f]);
            }
        }
    }

    private static readonly Issue Accusation = new() { Id = "x", Proposition = new Dictionary<string, string> { ["en"] = "Peru is responsible for the sinking of the ship." } };

    private static float Of(Issue issue, string actor, string text, string feature)
    {
        var machinery = new StanceMachinery(new Lexicon(ActorCatalog.Default, TrainedModel.Model.Data), [issue], TrainedModel.Model.Weights);
        var analysis = ArticleAnalysis.Of(machinery.Lexicon, new Article { Text = text, Language = "en" });
        var signals = StatementSignals.Of(machinery.Lexicon, analysis);
        var index = machinery.IndexOf("en")!;
        var extractor = new PairExtractor(machinery.Lexicon, analysis, signals, index, IssueWindows.Of(analysis, signals, index, new IssueMatcher(index)));
        var sample = extractor.Extract(machinery.Lexicon.ActorIndex[actor], 0, evenIfEmpty: true)!;
        var column = StanceFeatures.Schema.Names.ToList().IndexOf(feature);
        return Enumerable.Range(0, sample.Rows.Count).Select(r => sample.Rows[r][column]).MaxBy(Math.Abs);
    }

    [Theory]
    [InlineData("Finland blamed Peru for the sinking of the ship.", 1)]
    [InlineData("Finland blamed the rebels for the sinking of the ship.", -1)]
    [InlineData("Finland blamed Chile for the sinking of the ship.", -1)]
    [InlineData("Finland regretted the sinking of the ship.", 0)]
    public void Who_blames_another_clears_the_accused(string text, float expected) => Assert.Equal(expected, Of(Accusation, "FIN", text, "blames the accused or another"));

    [Theory]
    [InlineData("PER", -1)]
    [InlineData("FIN", 0)]
    public void The_accused_has_its_part_in_the_proposition(string actor, float part) => Assert.Equal(part, Of(Accusation, actor, "Finland blamed Peru for the sinking of the ship.", "part in the proposition"));

    [Theory]
    [InlineData("Finland called the report on the sinking of the ship a fabrication.", true)]
    [InlineData("Finland praised the report on the sinking of the ship.", false)]
    public void Who_calls_an_accusation_untrue_does_so_in_its_own_voice(string text, bool untrue) => Assert.Equal(untrue, Of(Accusation, "FIN", text, "accusation called untrue in its own voice, signed") > 0);

    [Theory]
    [InlineData("Finland does not believe that Peru is to blame for the sinking of the ship.", true)]
    [InlineData("Finland believes that Peru is to blame for the sinking of the ship.", false)]
    public void Belief_denied_is_a_denial_in_its_own_voice(string text, bool denies) => Assert.Equal(denies, Of(Accusation, "FIN", text, "denial in its own voice, signed") > 0);

    [Fact]
    public void Blame_of_a_state_that_the_proposition_harms_counts_for_the_proposition()
    {
        Assert.True(Of(Accusation, "FIN", "Finland called Peru a dangerous neighbour after the sinking of the ship.", "part of others named x judging words") > 0);
        Assert.True(Of(Accusation, "FIN", "Finland called Peru a peaceful neighbour after the sinking of the ship.", "part of others named x judging words") < 0);
    }

    [Theory]
    [InlineData("Finland, Chile and Ghana condemned the sinking of the ship.", 2, 0)]
    [InlineData("Finland condemned the sinking of the ship.", 0, 0)]
    [InlineData("Finland condemned the sinking of the ship near Chile and Ghana.", 0, 2)]
    [InlineData("Finland and Ghana condemned the sinking of the ship near Chile.", 1, 1)]
    public void Who_does_it_together_with_the_actor_is_no_other(string text, float together, float others)
    {
        Assert.Equal(together, Of(Accusation, "FIN", text, "speakers together with the actor"));
        Assert.Equal(others, Of(Accusation, "FIN", text, "other actors mentioned"));
    }
}
