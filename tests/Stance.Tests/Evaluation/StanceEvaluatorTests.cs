using System.Diagnostics;
using System.Text.Json;

namespace Stance.Tests;

public class StanceEvaluatorTests
{
    private const string First = "Moscow backs it. Washington rejects it. Paris waits.", Second = "Beijing rejects it. Berlin is silent.";

    /// <summary>Two articles whose figures are worked out by hand in the tests.</summary>
    private static (LabelledArticle[] Gold, ArticleStances[] Predicted) Two()
    {
        var gold = new[]
        {
            Synthetic.Labelled("1", First, Synthetic.Gold("RUS", "x", StanceLabel.Favor, "Moscow backs it."), Synthetic.Gold("USA", "x", StanceLabel.Against, "Washington rejects it."), Synthetic.Gold("FRA", "y", StanceLabel.Neutral, "Paris waits."))
                with { Sentiments = [new("USA", "RUS", SentimentLabel.Negative, ["Washington rejects it."]), new("RUS", "USA", SentimentLabel.Negative, ["Moscow backs it."])] },
            Synthetic.Labelled("2", Second, Synthetic.Gold("CHN", "x", StanceLabel.Against, "Beijing rejects it.")),
        };
        var predicted = new[]
        {
            Synthetic.Result(gold[0].Article,
                Synthetic.Stance("RUS", "x", StanceLabel.Favor, 0.9, Synthetic.In(First, "backs")), // right, evidence right
                Synthetic.Stance("DEU", "y", StanceLabel.Favor, 0.8, Synthetic.In(First, "Paris")), // no such pair
                Synthetic.Stance("USA", "x", StanceLabel.Favor, 0.6, Synthetic.In(First, "Washington"))) // right pair, wrong stance
                with
                {
                    Pairs = [Synthetic.Stance("RUS", "x", StanceLabel.Favor, 0.9), Synthetic.Stance("USA", "x", StanceLabel.Favor, 0.6), Synthetic.Stance("FRA", "y", StanceLabel.Neutral, 0.1)],
                    Sentiments = [Synthetic.Sentiment("USA", "RUS", SentimentLabel.Negative), Synthetic.Sentiment("RUS", "USA", SentimentLabel.Positive), Synthetic.Sentiment("FRA", "USA", SentimentLabel.Negative)],
                },
            Synthetic.Result(gold[1].Article, Synthetic.Stance("CHN", "x", StanceLabel.Against, 0.7, Synthetic.In(Second, "Berlin"))) // right, evidence off
                with { Pairs = [Synthetic.Stance("CHN", "x", StanceLabel.Against, 0.7)] },
        };
        return (gold, predicted);
    }

    private static EvaluationReport Score()
    {
        var (gold, predicted) = Two();
        return StanceEvaluator.Score(gold, predicted);
    }

    private static void Equal(double precision, double recall, double f1, int support, PrecisionRecall figure)
    {
        Assert.Equal(precision, figure.Precision.Value, 12);
        Assert.Equal(recall, figure.Recall.Value, 12);
        Assert.Equal(f1, figure.F1.Value, 12);
        Assert.Equal(support, figure.Support);
    }

    [Fact]
    public void Pairs_and_triples() // 4 gold, 4 predicted: three pairs are right, two triples
    {
        var report = Score();
        Equal(0.75, 0.75, 0.75, 4, report.Pairs);
        Equal(0.5, 0.5, 0.5, 4, report.Triples);
        Assert.Equal(2, report.Articles);
    }

    [Fact]
    public void Polarity_on_the_gold_pairs()
    {
        var report = Score();
        // Favor: 1 right of 2 answered and 1 gold, F1 2/3. Against: 1 right of 1 answered and 2 gold, 2/3. Neutral: 1.
        Assert.Equal(0.75, report.PolarityAccuracy.Value, 12);
        Assert.Equal(7 / 9.0, report.PolarityMacroF1.Value, 12);
        Assert.Equal(2 / 3.0, report.PolarityFavorAgainstF1.Value, 12);
        Assert.Equal([(StanceLabel.Favor, 2 / 3.0, 1), (StanceLabel.Against, 2 / 3.0, 2), (StanceLabel.Neutral, 1, 1)], report.PolarityPerClass.OrderBy(p => p.Key).Select(p => (p.Key, p.Value.F1.Value, p.Value.Support)));
    }

    [Fact]
    public void A_gold_pair_without_an_answer_is_wrong()
    {
        var (gold, predicted) = Two();
        predicted[1] = predicted[1] with { Pairs = [] };
        var report = StanceEvaluator.Score(gold, predicted);
        // Against: 0 right; favor 2/3 and neutral 1 as before.
        Assert.Equal(0.5, report.PolarityAccuracy.Value, 12);
        Assert.Equal((2 / 3.0 + 0 + 1) / 3, report.PolarityMacroF1.Value, 12);
        Assert.Equal(1 / 3.0, report.PolarityFavorAgainstF1.Value, 12);
    }

    [Fact]
    public void Evidence_of_the_right_triples() => Assert.Equal(0.5, Score().EvidenceOverlap.Value, 12);

    [Fact]
    public void Spans_that_touch_do_not_overlap()
    {
        var gold = Synthetic.Labelled("1", "ab", Synthetic.Gold("RUS", "x", StanceLabel.Favor, "a"));
        double Overlap(int start, int end) => StanceEvaluator.Score([gold], [Synthetic.Result(gold.Article, Synthetic.Stance("RUS", "x", StanceLabel.Favor, 1, new Evidence(new TextSpan(start, end), "")))]).EvidenceOverlap.Value;
        Assert.Equal((1, 0), (Overlap(0, 2), Overlap(1, 2)));
    }

    [Fact]
    public void Calibration()
    {
        var report = Score();
        // Each bin has one prediction: |.9 - 1|, |.8 - 0|, |.6 - 0|, |.7 - 1|, each a quarter.
        Assert.Equal((0.1 + 0.8 + 0.6 + 0.3) / 4, report.CalibrationError.Value, 12);
        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 1, 1, 1], report.Reliability.Select(b => b.Count));
        Assert.Equal([0, 1, 0, 1], report.Reliability.Skip(6).Select(b => b.Right));
        Assert.Equal([0.6, 0.7, 0.8, 0.9], report.Reliability.Skip(6).Select(b => b.MeanProbability));
    }

    [Fact]
    public void A_bin_weighs_as_many_predictions_as_it_has()
    {
        var gold = Synthetic.Labelled("1", "t", Synthetic.Gold("RUS", "x", StanceLabel.Favor, "t"));
        var report = StanceEvaluator.Score([gold], [Synthetic.Result(gold.Article, Synthetic.Stance("RUS", "x", StanceLabel.Favor, 0.72), Synthetic.Stance("USA", "x", StanceLabel.Favor, 0.78), Synthetic.Stance("FRA", "x", StanceLabel.Favor, 1))]);
        // Bin of .7: mean .75, half right; the bin of 1 is the last one: 1 against 0.
        Assert.Equal((2 * 0.25 + 1) / 3, report.CalibrationError.Value, 12);
        Assert.Equal([(2, 0.75, 0.5), (0, 0, 0), (1, 1, 0)], report.Reliability.Skip(7));
    }

    [Fact]
    public void Sentiments_are_directed() => Equal(1 / 3.0, 0.5, 0.4, 2, Score().Sentiments);

    [Fact]
    public void Predictions_on_issues_that_were_not_labelled_are_unknown()
    {
        var (gold, predicted) = Two();
        gold[0] = gold[0] with { Stances = [.. gold[0].Stances.Take(2)], LabelledIssues = new HashSet<string> { "x" } };
        // Germany on y is neither right nor wrong now: 3 gold, 3 predicted, all three pairs and two triples right.
        var report = StanceEvaluator.Score(gold, predicted);
        Equal(1, 1, 1, 3, report.Pairs);
        Equal(2 / 3.0, 2 / 3.0, 2 / 3.0, 3, report.Triples);
    }

    [Fact]
    public void A_labelled_pair_counts_even_where_silence_on_its_issue_is_unknown()
    {
        var (gold, predicted) = Two();
        gold[0] = gold[0] with { LabelledIssues = new HashSet<string> { "y" } };
        // As if all were labelled: no prediction on x is unlabelled.
        Equal(0.75, 0.75, 0.75, 4, StanceEvaluator.Score(gold, predicted).Pairs);
        Assert.Equal(1, StanceConfusion.Of(gold, predicted)[StanceLabel.Favor, StanceLabel.Favor]);
    }

    [Fact]
    public void Evidence_counts_where_it_is_recorded_to_stand()
    {
        double Overlap(TextSpan? recorded, int at)
        {
            var gold = new LabelledArticle { Article = Article.FromText("no, no", title: "no", id: "1"), Stances = [Synthetic.Gold("RUS", "x", StanceLabel.Favor, "no") with { Spans = [recorded] }] };
            return StanceEvaluator.Score([gold], [Synthetic.Result(gold.Article, Synthetic.Stance("RUS", "x", StanceLabel.Favor, 1, new Evidence(new TextSpan(at, at + 2), "no")))]).EvidenceOverlap.Value;
        }
        // Of the title nothing is asked.
        Assert.Equal((0, 1, 0), (Overlap(new TextSpan(4, 6), 0), Overlap(new TextSpan(4, 6), 4), Overlap(null, 0)));
    }

    [Fact]
    public void Nothing_gold_and_nothing_predicted_is_zero()
    {
        var article = Synthetic.Labelled("1", "t");
        var report = StanceEvaluator.Score([article], [Synthetic.Result(article.Article)]);
        Equal(0, 0, 0, 0, report.Triples);
        Assert.Equal((0, 0, 0), (report.CalibrationError.Value, report.EvidenceOverlap.Value, report.PolarityMacroF1.Value));
    }

    [Fact]
    public void The_interval_is_drawn_over_articles()
    {
        var (gold, predicted) = Two();
        // One article can only be drawn again and again.
        Assert.All((Estimate[])[StanceEvaluator.Score(gold[..1], predicted[..1]).Triples.F1], e => Assert.Equal((e.Value, e.Value), (e.Low, e.High)));
        // Of two, a quarter of the draws holds the second alone, whose one triple is right, and a quarter the first alone: 1 of 3.
        var f1 = StanceEvaluator.Score(gold, predicted).Triples.F1;
        Assert.Equal(1 / 3.0, f1.Low, 12);
        Assert.Equal(1, f1.High, 12);
        Assert.Equal(StanceEvaluator.Score(gold, predicted, seed: 5).Triples, StanceEvaluator.Score(gold, predicted, seed: 5).Triples);
    }

    [Fact]
    public void Every_article_has_a_prediction() => Assert.Contains("found 1 predictions for 2 articles", Assert.Throws<ArgumentException>(() => StanceEvaluator.Score(Two().Gold, Two().Predicted[..1])).Message);

    [Fact]
    public void An_estimate_is_written_with_its_interval() => Assert.Equal("0.500 [0.250, 0.750]", new Estimate(0.5, 0.25, 0.75).ToString());

    [SharedFact("tools/score.py")]
    public void The_figures_are_those_of_score_py()
    {
        var (gold, predicted) = Drawn(new Random(7), 40);
        var report = StanceEvaluator.Score(gold, predicted);
        var expected = ScorePy(gold, predicted);
        var found = new Dictionary<string, double>
        {
            ["pair P"] = report.Pairs.Precision.Value,
            ["pair R"] = report.Pairs.Recall.Value,
            ["pair F1"] = report.Pairs.F1.Value,
            ["triple P"] = report.Triples.Precision.Value,
            ["triple R"] = report.Triples.Recall.Value,
            ["triple F1"] = report.Triples.F1.Value,
            ["polarity accuracy"] = report.PolarityAccuracy.Value,
            ["polarity macro-F1"] = report.PolarityMacroF1.Value,
            ["polarity favor/against F1"] = report.PolarityFavorAgainstF1.Value,
            ["polarity F1 favor"] = report.PolarityPerClass[StanceLabel.Favor].F1.Value,
            ["polarity F1 against"] = report.PolarityPerClass[StanceLabel.Against].F1.Value,
            ["polarity F1 neutral"] = report.PolarityPerClass[StanceLabel.Neutral].F1.Value,
            ["evidence overlap"] = report.EvidenceOverlap.Value,
            ["ECE"] = report.CalibrationError.Value,
            ["sentiment P"] = report.Sentiments.Precision.Value,
            ["sentiment R"] = report.Sentiments.Recall.Value,
            ["sentiment F1"] = report.Sentiments.F1.Value,
            ["gold pairs"] = report.Pairs.Support,
            ["predicted pairs"] = predicted.Sum(p => p.Stances.Count),
        };
        Assert.Equal(expected.Keys.Order(), found.Keys.Order());
        foreach (var (name, value) in expected)
            Assert.True(Math.Abs(value - found[name]) < 1e-9, $"{name}: score.py {value}, here {found[name]}");
        // An oracle that always says 0 or 1 proves nothing.
        Assert.InRange(expected["triple F1"], 0.1, 0.9);
        Assert.InRange(expected["evidence overlap"], 0.1, 0.9);
    }

    /// <summary>Articles with emoji before the evidence, labels and predictions that agree now and then, and gold pairs that are not answered.</summary>
    private static (List<LabelledArticle> Gold, List<ArticleStances> Predicted) Drawn(Random random, int count)
    {
        string[] actors = ["RUS", "USA", "FRA", "EU"], issues = ["x", "y"];
        string[] sentences = ["😀 موسكو ترفض ذلك.", "واشنطن 👩‍👩‍👧 تؤيد.", "ولم تعلق باريس.", "«لا» تعني لا."];
        StanceLabel Any() => (StanceLabel)random.Next(3);
        var gold = new List<LabelledArticle>();
        var predicted = new List<ArticleStances>();
        for (var a = 0; a < count; a++)
        {
            var text = string.Join(' ', sentences);
            List<GoldStance> labels = [];
            List<ActorStance> found = [], answers = [];
            foreach (var (actor, issue) in from actor in actors from issue in issues select (actor, issue))
            {
                var label = Any();
                var isGold = random.Next(2) == 0;
                if (isGold)
                    labels.Add(Synthetic.Gold(actor, issue, label, random.Next(6) == 0 ? "only in the headline" : sentences[random.Next(4)]));
                var answer = random.Next(3) > 0 ? label : Any();
                if (isGold && random.Next(8) > 0)
                    answers.Add(Synthetic.Stance(actor, issue, answer, random.Next(1001) / 1000.0));
                if (random.Next(2) == 0)
                    found.Add(Synthetic.Stance(actor, issue, answer, random.Next(1001) / 1000.0, Synthetic.In(text, sentences[random.Next(4)])));
            }
            var tones = from source in actors from target in actors where source != target select (source, target);
            gold.Add(Synthetic.Labelled($"{a}", text, [.. labels]) with { Sentiments = [.. tones.Where(_ => random.Next(3) == 0).Select(t => new GoldSentiment(t.source, t.target, (SentimentLabel)random.Next(3), [sentences[0]]))] });
            predicted.Add(Synthetic.Result(gold[^1].Article, [.. found.OrderByDescending(s => s.Probability)]) with
            {
                Pairs = answers,
                Sentiments = [.. tones.Where(_ => random.Next(3) == 0).Select(t => Synthetic.Sentiment(t.source, t.target, (SentimentLabel)random.Next(3)))],
            });
        }
        return (gold, predicted);
    }

    private static Dictionary<string, double> ScorePy(List<LabelledArticle> gold, List<ArticleStances> predicted)
    {
        var folder = Directory.CreateTempSubdirectory("stance-score-").FullName;
        try
        {
            File.WriteAllLines(Path.Combine(folder, "gold.jsonl"), gold.Select(LabelledJson.Write));
            File.WriteAllLines(Path.Combine(folder, "predicted.jsonl"), predicted.Select(p => p.ToJson()));
            using var process = Process.Start(new ProcessStartInfo("python3", [SharedData.PathOf("tools/score.py"), "gold.jsonl", "predicted.jsonl", "--json"]) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return JsonSerializer.Deserialize<Dictionary<string, double>>(output)!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Cross_validation_holds_every_article_out_once_and_tells_its_steps_in_order()
    {
        var corpus = LabelledCorpus.Of(TrainedModel.Corpus.Articles.Where(a => a.Stances.Count > 0).Take(12), TrainedModel.Corpus.Issues);
        var steps = new List<TrainingProgress>();
        var report = StanceEvaluator.CrossValidate(corpus, 2, Grouping.Article, TrainedModel.Options with { Noise = false, RowTrees = 2, PairTrees = 2 }, new Steps(steps));
        Assert.Equal(12, report.Articles);
        Assert.Equal(corpus.Articles.Sum(a => a.Stances.Count), report.Pairs.Support);
        Assert.Equal(Enumerable.Range(0, steps[0].Steps), steps.Select(s => s.Step));
        Assert.StartsWith("fold 1 of 2: ", steps[0].Phase);
        Assert.StartsWith("fold 2 of 2: ", steps[^1].Phase);
    }

    [Fact]
    public void Parts_by_issue_share_neither_an_article_nor_a_label_on_an_issue()
    {
        var corpus = TrainedModel.Corpus;
        var parts = OutOfFold.Parts(corpus, 3, Grouping.Issue, 1).ToList();
        Assert.Equal([0, 1, 2], parts.Select(p => p.Part));
        foreach (var (_, known, heldOut) in parts)
        {
            Assert.Empty(Ids(known).Intersect(Ids(heldOut)));
            Assert.Empty(Issues(known).Intersect(Issues(heldOut)));
            Assert.Equal(corpus.Issues.Count, known.Issues.Count + heldOut.Issues.Count);
            Assert.NotEmpty(heldOut.Articles.SelectMany(a => a.Stances));
            Assert.True(known.Articles.Sum(a => a.Stances.Count) > heldOut.Articles.Sum(a => a.Stances.Count));
        }

        // What is known to be no stance is kept from the other side too.
        static IEnumerable<string> Issues(LabelledCorpus part) => part.Articles.SelectMany(a => a.Stances.Select(s => s.Issue).Concat(a.LabelledIssues!)).Distinct();
        static IEnumerable<string?> Ids(LabelledCorpus part) => part.Articles.Select(a => a.Article.Id);
    }

    [Fact]
    public void Parts_by_article_leave_the_labels_as_they_are()
    {
        var parts = OutOfFold.Parts(TrainedModel.Corpus, 3, Grouping.Article, 1).ToList();
        Assert.Equal(TrainedModel.Corpus.Articles.OrderBy(a => a.Article.Id), parts.SelectMany(p => p.HeldOut.Articles).OrderBy(a => a.Article.Id));
    }

    [Fact]
    public void One_part_is_no_cross_validation() => Assert.Throws<ArgumentOutOfRangeException>(() => StanceEvaluator.CrossValidate(TrainedModel.Corpus, 1));

    private sealed class Steps(List<TrainingProgress> steps) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => steps.Add(value);
    }

    [Fact]
    public void The_curve_counts_what_is_reported_from_each_probability_on()
    {
        var (gold, predicted) = Two();
        var curve = StanceEvaluator.Curve(gold, predicted, 1);
        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], curve.Points.Select(p => p.MinProbability));
        // Probabilities .9 (right), .8 (wrong), .6 (wrong) and .7 (right); four are gold.
        Assert.Equal(new CurvePoint(0.1, 4, 2.0 / 4, 2.0 / 4, 2 * 2.0 / 8), curve.Points[0]);
        Assert.Equal(new CurvePoint(0.7, 3, 2.0 / 3, 2.0 / 4, 2 * 2.0 / 7), curve.Points[6]);
        Assert.Equal(new CurvePoint(0.8, 2, 1.0 / 2, 1.0 / 4, 2 * 1.0 / 6), curve.Points[7]);
        Assert.Equal(new CurvePoint(0.9, 1, 1, 1.0 / 4, 2 * 1.0 / 5), curve.Points[8]);
        // Each in a bin of its own: (.1 + .8 + .6 + .3) / 4.
        Assert.Equal(0.45, curve.CalibrationError.Value, 9);
        Assert.InRange(curve.CalibrationError.Value, curve.CalibrationError.Low, curve.CalibrationError.High);
        Assert.Equal(4, curve.Predicted);
    }

    [Fact]
    public void Nothing_predicted_is_a_curve_of_zeros()
    {
        var gold = Synthetic.Labelled("1", First, Synthetic.Gold("RUS", "x", StanceLabel.Favor, "Moscow backs it."));
        var curve = StanceEvaluator.Curve([gold], [Synthetic.Result(gold.Article)], 1);
        Assert.All(curve.Points, p => Assert.Equal((0, 0.0, 0.0, 0.0), (p.Predicted, p.Precision, p.Recall, p.F1)));
        Assert.Equal(0, curve.CalibrationError.Value);
    }

    [Fact]
    public void A_curve_reaches_below_the_threshold_and_meets_the_report_on_it()
    {
        var corpus = LabelledCorpus.Of(TrainedModel.Corpus.Articles.Take(20), TrainedModel.Corpus.Issues);
        var strict = new StanceAnalyzer(TrainedModel.Model, corpus.Issues, options: new() { MinProbability = 0.3 });
        var (report, curve) = (StanceEvaluator.Evaluate(strict, corpus), StanceEvaluator.Curve(strict, corpus));
        var at = curve.Points.Single(p => Math.Abs(p.MinProbability - 0.3) < 1e-9);
        Assert.True(at.Predicted > 10);
        Assert.Equal(report.Triples.Precision.Value, at.Precision, 12);
        Assert.Equal(report.Triples.Recall.Value, at.Recall, 12);
        Assert.Equal(report.Triples.F1.Value, at.F1, 12);
        Assert.True(curve.Points[0].Predicted > at.Predicted);
    }
}
