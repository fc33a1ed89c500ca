namespace Stance.Tests;

public class ErrorLedgerTests
{
    private static readonly StanceAnalyzer Analyzer = new(TrainedModel.Model, IssueCatalog.Of(IssueFile.Parse("issues.json", Samples.Issues)));

    private const string Text = "رفضت روسيا فرض عقوبات على إيران. وقالت فرنسا إنها تؤيد فرض العقوبات على إيران. وزار وفد من الصين متحفا في مدريد.";

    private const string Russia = "رفضت روسيا فرض عقوبات على إيران.", France = "وقالت فرنسا إنها تؤيد فرض العقوبات على إيران.", China = "وزار وفد من الصين متحفا في مدريد.";

    private static List<StanceError> Errors(GoldStance[] gold, params ActorStance[] predicted)
    {
        var labelled = Synthetic.Labelled("a1", Text, gold);
        return [.. ErrorLedger.Of(Analyzer, labelled, Synthetic.Result(labelled.Article, predicted))];
    }

    private static ErrorKind Missed(string actor, string issue, string evidence) => Assert.Single(Errors([Synthetic.Gold(actor, issue, StanceLabel.Against, evidence)])).Kind;

    [Fact]
    public void A_right_triple_with_its_evidence_is_no_error() =>
        Assert.Empty(Errors([Synthetic.Gold("RUS", "sanctions", StanceLabel.Against, Russia)], Synthetic.Stance("RUS", "sanctions", StanceLabel.Against, 0.9, Synthetic.In(Text, "رفضت"))));

    [Fact]
    public void An_actor_that_the_article_does_not_name() => Assert.Equal(ErrorKind.ActorNotFound, Missed("BRA", "sanctions", Russia));

    [Fact]
    public void An_issue_that_the_article_does_not_touch() => Assert.Equal(ErrorKind.IssueNotMatched, Missed("RUS", "ceasefire", Russia));

    [Fact]
    public void An_issue_that_the_analyzer_does_not_have() => Assert.Equal(ErrorKind.IssueNotMatched, Missed("RUS", "tariffs", Russia));

    [Fact]
    public void Evidence_in_a_statement_that_does_not_bear_on_the_pair() => Assert.Equal(ErrorKind.StatementNotFound, Missed("RUS", "sanctions", China));

    [Fact]
    public void A_statement_found_whose_speaker_is_right() => Assert.Equal(ErrorKind.StanceMissed, Missed("RUS", "sanctions", Russia));

    [Fact]
    public void A_wrong_stance()
    {
        var error = Assert.Single(Errors([Synthetic.Gold("RUS", "sanctions", StanceLabel.Against, Russia)], Synthetic.Stance("RUS", "sanctions", StanceLabel.Favor, 0.7, Synthetic.In(Text, Russia))));
        Assert.Equal(new StanceError(ErrorKind.WrongStance, "a1", "RUS", "sanctions", StanceLabel.Against, StanceLabel.Favor, 0.7, Russia), error);
    }

    [Fact]
    public void Evidence_from_elsewhere()
    {
        var error = Assert.Single(Errors([Synthetic.Gold("RUS", "sanctions", StanceLabel.Against, Russia)], Synthetic.Stance("RUS", "sanctions", StanceLabel.Against, 0.7, Synthetic.In(Text, China))));
        Assert.Equal(new StanceError(ErrorKind.EvidenceOff, "a1", "RUS", "sanctions", StanceLabel.Against, StanceLabel.Against, 0.7, Russia), error);
    }

    [Fact]
    public void A_false_alarm_with_anothers_evidence()
    {
        // Two others take a stance; one of them with these words.
        var error = Assert.Single(Errors([Synthetic.Gold("RUS", "sanctions", StanceLabel.Against, Russia), Synthetic.Gold("FRA", "sanctions", StanceLabel.Favor, France)],
            Synthetic.Stance("RUS", "sanctions", StanceLabel.Against, 0.9, Synthetic.In(Text, Russia)), Synthetic.Stance("FRA", "sanctions", StanceLabel.Favor, 0.9, Synthetic.In(Text, France)), Synthetic.Stance("IRN", "sanctions", StanceLabel.Favor, 0.6, Synthetic.In(Text, France))));
        Assert.Equal(new StanceError(ErrorKind.WrongSpeaker, "a1", "IRN", "sanctions", null, StanceLabel.Favor, 0.6, France), error);
    }

    [Fact]
    public void Evidence_counts_where_it_is_recorded_to_stand()
    {
        var text = $"{Russia} {Text}";
        var (first, second) = (new Evidence(new TextSpan(0, Russia.Length), Russia), new Evidence(new TextSpan(Russia.Length + 1, 2 * Russia.Length + 1), Russia));
        var gold = Synthetic.Labelled("a1", text, Synthetic.Gold("RUS", "sanctions", StanceLabel.Against, Russia) with { Spans = [second.Span] });
        List<ErrorKind> Kinds(LabelledArticle labelled, params ActorStance[] predicted) => [.. ErrorLedger.Of(Analyzer, labelled, Synthetic.Result(labelled.Article, predicted)).Select(e => e.Kind)];
        ActorStance Right(Evidence at) => Synthetic.Stance("RUS", "sanctions", StanceLabel.Against, 0.9, at);
        Assert.Empty(Kinds(gold, Right(second)));
        Assert.Equal([ErrorKind.EvidenceOff], Kinds(gold, Right(first)));
        // Iran's false alarm is Russia's evidence, or the same words elsewhere.
        Assert.Equal([ErrorKind.WrongSpeaker], Kinds(gold, Right(second), Synthetic.Stance("IRN", "sanctions", StanceLabel.Favor, 0.6, second)));
        Assert.Equal([ErrorKind.NoStanceTaken], Kinds(gold, Right(second), Synthetic.Stance("IRN", "sanctions", StanceLabel.Favor, 0.6, first)));
        // What stands in the title alone is asked of no passage of the text.
        Assert.Empty(Kinds(gold with { Stances = [gold.Stances[0] with { Spans = [null] }] }, Right(first)));
    }

    [Fact]
    public void A_false_alarm_where_only_others_take_a_stance()
    {
        var errors = Errors([Synthetic.Gold("FRA", "sanctions", StanceLabel.Favor, France)], Synthetic.Stance("FRA", "sanctions", StanceLabel.Favor, 0.9, Synthetic.In(Text, France)),
            Synthetic.Stance("CHN", "sanctions", StanceLabel.Favor, 0.6, Synthetic.In(Text, China)));
        Assert.Equal(ErrorKind.NoStanceTaken, Assert.Single(errors).Kind);
    }

    [Fact]
    public void A_false_alarm_on_an_issue_without_stances() => Assert.Equal(ErrorKind.IssueFalselyMatched, Assert.Single(Errors([], Synthetic.Stance("CHN", "ceasefire", StanceLabel.Favor, 0.6, Synthetic.In(Text, China)))).Kind);

    [Fact]
    public void What_was_not_labelled_is_no_false_alarm()
    {
        var labelled = Synthetic.Labelled("a1", Text) with { LabelledIssues = new HashSet<string> { "sanctions" } };
        Assert.Empty(ErrorLedger.Of(Analyzer, labelled, Synthetic.Result(labelled.Article, Synthetic.Stance("CHN", "ceasefire", StanceLabel.Favor, 0.6))));
    }

    [Fact]
    public void A_miss_carries_the_probability_of_the_gold_stance()
    {
        var labelled = Synthetic.Labelled("a1", Text, Synthetic.Gold("RUS", "sanctions", StanceLabel.Against, Russia));
        var answer = Synthetic.Stance("RUS", "sanctions", StanceLabel.Favor, 0.3, new StanceProbabilities(0.3, 0.2, 0.1, 0.4));
        var error = Assert.Single(ErrorLedger.Of(Analyzer, labelled, Synthetic.Result(labelled.Article) with { Pairs = [answer] }));
        Assert.Equal(new StanceError(ErrorKind.StanceMissed, "a1", "RUS", "sanctions", StanceLabel.Against, null, 0.2, Russia), error);
    }

    [Fact]
    public void Every_gold_pair_is_right_or_in_the_ledger()
    {
        var corpus = LabelledCorpus.Of(TrainedModel.Corpus.Articles.Take(15), TrainedModel.Corpus.Issues);
        var errors = ErrorLedger.Of(TrainedModel.Analyzer, corpus);
        var report = StanceEvaluator.Evaluate(TrainedModel.Analyzer, corpus);
        var gold = corpus.Articles.Sum(a => a.Stances.Count);
        Assert.Equal(gold - (int)Math.Round(report.Triples.Recall.Value * gold), errors.Count(e => e.Gold is not null && e.Kind != ErrorKind.EvidenceOff));
        Assert.Equal(gold - (int)Math.Round(report.Pairs.Recall.Value * gold), errors.Count(e => e.Gold is not null && e.Predicted is null));
    }
}
