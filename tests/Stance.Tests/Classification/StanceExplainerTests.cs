using System.Text.Json;

namespace Stance.Tests;

public class StanceExplainerTests
{
    private static readonly StanceAnalyzer Analyzer = TrainedModel.Analyzer;

    private static readonly List<(Article Article, string Actor, string Issue)> Labelled =
        [.. TrainedModel.Corpus.Articles.Where(a => a.Stances.Count > 0).Take(12).SelectMany(a => a.Stances.Select(s => (a.Article, s.Actor, s.Issue)))];

    /// <summary>Linear parts multiply in single precision; a probability of a millionth gives its log-odds back to some eight digits.</summary>
    private const double Rounding = 1e-5;

    private static void AssertSums(StanceReasons? reasons)
    {
        Assert.NotNull(reasons);
        Assert.Equal(reasons.LogOdds, reasons.Base + reasons.Contributions.Sum(c => c.LogOdds), Rounding);
        Assert.Equal(reasons.Contributions.Count, reasons.Contributions.Select(c => c.Feature).Distinct().Count());
        Assert.Equal(reasons.Contributions.OrderByDescending(c => Math.Abs(c.LogOdds)).Select(c => c.LogOdds), reasons.Contributions.Select(c => c.LogOdds));
        Assert.All(reasons.For(3), c => Assert.True(c.LogOdds > 0));
        Assert.All(reasons.Against(3), c => Assert.True(c.LogOdds < 0));
    }

    private static double LogOdds(double p) => Math.Log(p / (1 - p));

    [Fact]
    public void Contributions_sum_to_the_log_odds_of_the_answer()
    {
        var told = 0;
        foreach (var (article, actor, issue) in Labelled)
        {
            var explanation = Analyzer.Explain(article, actor, issue);
            foreach (var reasons in (StanceReasons?[])[explanation.StanceReasons, explanation.FavorReasons, explanation.NeutralReasons, .. explanation.Statements.Select(s => s.EvidenceReasons)])
                AssertSums(reasons);
            var p = explanation.Probabilities;
            Assert.Equal(LogOdds(1 - p.None), explanation.StanceReasons!.LogOdds, Rounding);
            Assert.Equal(Math.Log(p.Favor / p.Against), explanation.FavorReasons!.LogOdds, Rounding);
            Assert.Equal(LogOdds(p.Neutral / (1 - p.None)), explanation.NeutralReasons!.LogOdds, Rounding);
            Assert.All(explanation.Statements, s => Assert.Equal(LogOdds(s.EvidenceProbability), s.EvidenceReasons.LogOdds, Rounding));
            told += explanation.FavorReasons.Contributions.Count;
        }
        Assert.True(told > 100, $"{told} contributions");
    }

    [Fact]
    public void An_explanation_is_of_what_the_analysis_answers()
    {
        var reported = 0;
        foreach (var article in Labelled.GroupBy(l => l.Article))
        {
            var pairs = article.Select(l => (l.Actor, l.Issue)).ToList();
            var result = Analyzer.Analyze(article.Key, pairs);
            var explanations = Analyzer.Explain(article.Key, pairs);
            Assert.Equal(result.Pairs.Select(p => (p.Actor, p.Issue, p.Probabilities)), explanations.Select(e => (e.Actor, e.Issue, e.Probabilities)));
            foreach (var explanation in explanations)
            {
                var stance = result.Stances.FirstOrDefault(s => s.Actor == explanation.Actor && s.Issue == explanation.Issue);
                Assert.Equal(stance is not null, explanation.Outcome is StanceOutcome.Reported or StanceOutcome.Neutral);
                if (stance is null)
                    continue;
                reported++;
                Assert.Equal((stance.Stance, stance.Probability), (explanation.Stance, explanation.Probability));
                Assert.True(explanation.Found >= explanation.Needed);
            }
        }
        Assert.True(reported > 10, $"{reported} stances");
    }

    [Fact]
    public void Statements_and_words_lead_back_to_the_text()
    {
        var words = 0;
        foreach (var (article, actor, issue) in Labelled)
            foreach (var statement in Analyzer.Explain(article, actor, issue).Statements)
            {
                if (statement.Span is { } span)
                    Assert.Equal(span.Of(article.Text), statement.Text);
                Assert.InRange(statement.EvidenceProbability, 0, 1);
                Assert.InRange(statement.Side, -1, 1);
                Assert.Equal(statement.Speaker is null, statement.SpeakerFound is null);
                foreach (var word in statement.Words)
                {
                    words++;
                    if (word.Span is { } place)
                        Assert.Equal(place.Of(article.Text), word.Text);
                }
            }
        Assert.True(words > 50, $"{words} words");
    }

    [Fact]
    public void What_a_statement_adds_is_what_it_takes_away_when_it_is_left_out()
    {
        // The only statement that bears on the pair: without it, the pair is one that no statement bears on.
        var explained = Labelled.Select(l => Analyzer.Explain(l.Article, l.Actor, l.Issue)).ToList();
        Assert.Contains(explained, e => e.Statements.Count > 0 && e.Statements.Max(s => s.StanceLogOdds) > 0.5);
        // The likeliest evidence adds more than the unlikeliest, over all pairs.
        var (first, last) = (explained.Where(e => e.Statements.Count > 3).Average(e => e.Statements[0].StanceLogOdds), explained.Where(e => e.Statements.Count > 3).Average(e => e.Statements[^1].StanceLogOdds));
        Assert.True(first > last, $"{first} against {last}");
    }

    [Theory]
    [InlineData("Le ministère russe a déclaré lundi qu'il rejetait les sanctions contre l'Iran.", StanceOutcome.NotRead)]
    [InlineData("… 123 !!", StanceOutcome.NotRead)]
    [InlineData("قالت باريس إنها ترفض الهجوم الكيميائي في سوريا.", StanceOutcome.ActorNotNamed)]
    [InlineData("قالت وزارة الخارجية الروسية إن وفدا من موسكو سيزور متحف اللوفر في باريس. 😀", StanceOutcome.IssueNotTouched)]
    public void Where_there_is_no_stance_it_says_why(string text, StanceOutcome outcome)
    {
        var explanation = Analyzer.Explain(Article.FromText(text), "RUS", "syria-chemical-responsibility");
        Assert.Equal(outcome, explanation.Outcome);
        Assert.StartsWith("No stance: ", explanation.Why);
        Assert.Equal(outcome == StanceOutcome.NotRead, explanation.StanceReasons is null);
    }

    [Fact]
    public void A_threshold_that_is_not_reached_is_named_with_both_figures()
    {
        var strict = new StanceAnalyzer(TrainedModel.Model, TrainedModel.Corpus.Issues, options: new() { MinProbability = 1 });
        var found = Labelled.Select(l => strict.Explain(l.Article, l.Actor, l.Issue)).Where(e => e.Outcome == StanceOutcome.Improbable).ToList();
        Assert.NotEmpty(found);
        Assert.All(found, e => Assert.Equal((e.Probability, 1.0), (e.Found, e.Needed)));
        Assert.All(found, e => Assert.EndsWith("1.00 is needed.", e.Why));
    }

    [Fact]
    public void Who_is_asked_about_must_be_known()
    {
        Assert.Throws<ArgumentException>(() => Analyzer.Explain(Labelled[0].Article, "XXX", Labelled[0].Issue));
        Assert.Throws<ArgumentException>(() => Analyzer.Explain(Labelled[0].Article, Labelled[0].Actor, "no-such-issue"));
        Assert.Empty(Analyzer.Explain(Labelled[0].Article, []));
    }

    [Fact]
    public void The_JSON_form_has_all_of_it()
    {
        var explanation = Labelled.Select(l => Analyzer.Explain(l.Article, l.Actor, l.Issue)).First(e => e.Statements.Count > 0 && e.Statements[0].Words.Count > 0);
        var json = JsonDocument.Parse(explanation.ToJson()).RootElement;
        Assert.Equal((explanation.Actor.Code, explanation.Issue.Id), (json.GetProperty("actor").GetString(), json.GetProperty("issue").GetString()));
        Assert.Equal(explanation.Statements.Select(s => s.Text), json.GetProperty("statements").EnumerateArray().Select(s => s.GetProperty("text").GetString()));
        foreach (var (name, reasons) in new[] { ("stanceReasons", explanation.StanceReasons!), ("favorReasons", explanation.FavorReasons!), ("neutralReasons", explanation.NeutralReasons!) })
            Assert.Equal(reasons.Contributions.Select(c => c.Feature), json.GetProperty(name).GetProperty("contributions").EnumerateArray().Select(c => c.GetProperty("feature").GetString()));
    }

    [Fact]
    public void Every_feature_has_words_and_every_word_a_feature()
    {
        Assert.Equal("best statement: verb of saying or doing: deny", FeatureWords.Of("best statement: cue deny"));
        Assert.Equal("which phrase it fits word by word, x negation", FeatureWords.Of("lean: x negation"));
        Assert.Equal("headline", FeatureWords.Of("headline"));
        foreach (var name in PairPooling.Stances.Schema.Names)
            Assert.DoesNotContain("*", FeatureWords.Of(name));
    }
}
