namespace Stance.Tests;

/// <summary>"No stance here" is a label of its own; what nobody looked at is unknown, never negative.</summary>
public class AbsenceTests
{
    private static LabelledArticle Parse(string labels) => LabelledJson.Parse($$"""{"id": "a", "text": "رفضت موسكو العقوبات.", {{labels}}}""");

    private const string None = "\"stances\": [{\"actor\": \"RUS\", \"issue\": \"sanctions\", \"stance\": \"none\", \"evidence\": [\"رفضت\"]}], \"labelled_issues\": [], \"labelled_sentiments\": false";

    [Fact]
    public void None_is_read_as_an_absence_and_written_again()
    {
        var labelled = Parse(None);
        Assert.Empty(labelled.Stances);
        Assert.Equal([new GoldAbsence("RUS", "sanctions")], labelled.Absent);
        Assert.False(labelled.SentimentsLabelled);
        var again = LabelledJson.Parse(LabelledJson.Write(labelled));
        Assert.Equal(labelled.Absent, again.Absent);
        Assert.False(again.SentimentsLabelled);
        Assert.Equal(LabelledJson.Write(labelled), LabelledJson.Write(again));
    }

    [Fact]
    public void What_is_known_of_a_pair()
    {
        var labelled = Parse(None);
        Assert.True(labelled.IsKnown("RUS", "sanctions"));
        Assert.False(labelled.IsKnown("USA", "sanctions"));
        Assert.False(labelled.IsKnown("RUS", "ceasefire"));
        Assert.True(Parse("\"stances\": [], \"labelled_issues\": [\"ceasefire\"]").IsKnown("USA", "ceasefire"));
    }

    [Theory]
    [InlineData("\"stances\": [{\"actor\": \"XXX\", \"issue\": \"sanctions\", \"stance\": \"none\"}]", "actor 'XXX' is not known")]
    [InlineData("\"stances\": [{\"actor\": \"RUS\", \"issue\": \"odd\", \"stance\": \"none\"}]", "issue 'odd' is not defined")]
    [InlineData("\"stances\": [{\"actor\": \"RUS\", \"issue\": \"sanctions\", \"stance\": \"none\"}, {\"actor\": \"RUS\", \"issue\": \"sanctions\", \"stance\": \"against\", \"evidence\": [\"رفضت\"]}]", "two answers for RUS on 'sanctions', one of them none")]
    [InlineData("\"labelled_sentiments\": \"no\"", "field \"labelled_sentiments\" is a string; allowed: true or false")]
    public void Bad_absences_are_refused(string labels, string message)
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("rows.jsonl", $$"""{"id": "a", "text": "رفضت موسكو العقوبات.", {{labels}}}""" + "\n");
        var error = Assert.Throws<FormatException>(() => LabelledCorpus.Read(Path.Combine(tool.Folder, "rows.jsonl")));
        Assert.StartsWith("rows.jsonl(1): " + message, error.Message);
    }

    [Fact]
    public void Training_takes_an_absence_for_negative_and_leaves_the_rest_of_the_issue_out()
    {
        var source = TrainedModel.Corpus.Articles.First(a => a.Stances.GroupBy(s => s.Issue).Any(g => g.Count() >= 2));
        var machinery = new StanceMachinery(new Lexicon(ActorCatalog.Default, LanguageData.Shipped), TrainedModel.Corpus.Issues, TrainedModel.Model.Weights);
        List<(string Actor, string Issue, PairLabel Label)> Samples(LabelledArticle labelled)
        {
            var set = new TrainingSet();
            set.Add(machinery, LabelledSpans.Of(labelled), 0, new FittingFolds([0], null), new TrainingSet.Gates(PairGate.Open, PairGate.Open, Rows: false), augmentation: false);
            return set.Stances.ConvertAll(s => (ActorCatalog.Default.Actors[s.First].Code, machinery.Issues[s.Second].Id, s.Label));
        }
        var issue = source.Stances.GroupBy(s => s.Issue).First(g => g.Count() >= 2).Key;
        var exhaustive = Samples(source with { Stances = [], LabelledIssues = new HashSet<string> { issue } });
        Assert.True(exhaustive.Count >= 2);
        Assert.All(exhaustive, s => Assert.Equal((issue, PairLabel.None), (s.Issue, s.Label)));
        var absent = exhaustive[0].Actor;
        Assert.Equal([(absent, issue, PairLabel.None)], Samples(source with { Stances = [], LabelledIssues = new HashSet<string>(), Absent = [new GoldAbsence(absent, issue)] }));
        // Outside its labelled issues an article says nothing, neither of pairs nor in disturbed copies joined to others.
        Assert.Empty(Samples(source with { Stances = [], LabelledIssues = new HashSet<string>() }));
    }

    [Fact]
    public void An_article_that_is_labelled_for_all_issues_does_not_vouch_for_one_joined_to_it()
    {
        LabelledSpans all = LabelledSpans.Of(Synthetic.Labelled("a", "one") with { LabelledIssues = null }), some = LabelledSpans.Of(Synthetic.Labelled("b", "two") with { LabelledIssues = new HashSet<string> { "x" } });
        Assert.True(all.Joined(some).IsLabelledFor("x"));
        Assert.False(all.Joined(some).IsLabelledFor("y"));
        Assert.False(some.Joined(all).IsLabelledFor("y"));
        Assert.False(all.Joined(all with { SentimentsLabelled = false }).SentimentsLabelled);
    }

    [Fact]
    public void An_absence_that_is_predicted_to_be_a_stance_counts_as_a_false_alarm_and_an_unknown_pair_not_at_all()
    {
        var article = Parse(None);
        var results = Synthetic.Result(article.Article, Synthetic.Stance("RUS", "sanctions", StanceLabel.Favor, 0.9), Synthetic.Stance("USA", "sanctions", StanceLabel.Favor, 0.9)) with
        {
            Sentiments = [Synthetic.Sentiment("RUS", "USA", SentimentLabel.Negative)],
        };
        var counts = ArticleCounts.Of(article, results);
        Assert.Equal((0, 1, 0), (counts.Gold, counts.Predicted, counts.SentimentsPredicted));
    }
}
