using System.Text.Json.Nodes;

namespace Stance.Plots.Tests;

/// <summary>Charts of small results, with the same hostile text wherever articles and users write.</summary>
internal static class Charts
{
    /// <summary>Ends a script, runs an image, turns text round, and is Plotly's own mark-up.</summary>
    public const string Hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)> \u202Eevil\u2069 <b>%{z}</b> \"'& \uD83D";

    public static readonly Actor Mallory = new("MAL", ActorKind.State, Hostile, Hostile);

    public static ActorStance Stance(Actor actor, string issue, string issueName, StanceLabel stance, double probability, string evidence) => new()
    {
        Actor = actor,
        Issue = new Issue { Id = issue, Name = new Dictionary<string, string> { ["en"] = issueName, ["ar"] = issueName }, Proposition = new Dictionary<string, string> { ["en"] = "It is so." } },
        Stance = stance,
        Probability = probability,
        Probabilities = stance switch { StanceLabel.Favor => new(probability, 0, 0, 1 - probability), StanceLabel.Against => new(0, probability, 0, 1 - probability), _ => new(0, 0, probability, 1 - probability) },
        Evidence = [new Evidence(new TextSpan(0, 5), evidence)],
        Speaker = Hostile,
    };

    /// <summary>Two states on four issues over two months, everything named by hostile text; the second speaks ill of the first.</summary>
    public static ArticleStances[] HostileResults() =>
    [
        .. Enumerable.Range(0, 8).Select(i => Results.Of($"{Hostile}{i}", i, new DateOnly(2018, 1 + i / 4, 1 + i),
            Stance(Mallory, $"i{i % 4}", Hostile, StanceLabel.Favor, 0.9, Hostile), Stance(Synthetic.Actor("RUS"), $"i{i % 4}", Hostile, StanceLabel.Against, 0.8, Hostile)) with
        {
            Sentiments = [new ActorSentiment { Source = Synthetic.Actor("RUS"), Target = Mallory, Sentiment = SentimentLabel.Negative, Probability = 0.7, Evidence = [new Evidence(new TextSpan(0, 5), Hostile)] }],
        }),
    ];

    public static EvaluationReport Report(double f1)
    {
        var estimate = new Estimate(f1, f1 - 0.1, f1 + 0.1);
        var three = new PrecisionRecall(estimate, estimate, estimate, 10);
        return new EvaluationReport
        {
            Pairs = three,
            Triples = three,
            PolarityAccuracy = estimate,
            PolarityMacroF1 = estimate,
            PolarityFavorAgainstF1 = estimate,
            PolarityPerClass = new Dictionary<StanceLabel, (Estimate, int)>(),
            EvidenceOverlap = estimate,
            CalibrationError = estimate,
            Sentiments = three,
            Reliability = [(0, 0, 0), (10, 0.25, 0.3), (40, 0.75, 0.7)],
            Articles = 50,
        };
    }

    /// <summary>Every kind of chart, of these results.</summary>
    public static IEnumerable<(string Name, StanceChart Chart)> All(ArticleStances[] results, ChartOptions options)
    {
        var matrix = StanceMatrix.From(results);
        var network = AgreementNetwork.From(matrix);
        yield return ("matrix", matrix.ToHeatMap(options));
        if (matrix.Issues.Count > 0)
            yield return ("map", matrix.ToMap(matrix.Issues[0].Id, options));
        yield return ("timeline", StanceCharts.Timelines(StanceTimeline.From(results, matrix.Actors.Select(a => (a.Code, matrix.Issues[0].Id))), options));
        if (matrix.Actors.Count > 1)
            yield return ("contrast", StanceContrast.Of(matrix, matrix.Actors[0].Code, matrix.Actors[1].Code)!.ToChart(options));
        yield return ("agreement", network.ToHeatMap(options));
        yield return ("network", network.ToNetwork(options));
        yield return ("sentiment", SentimentNetwork.From(results).ToHeatMap(options));
        yield return ("calibration", Report(0.6).ToCalibrationChart(options));
        yield return ("confusion", StanceConfusion.Of([Synthetic.Labelled("1", "text", Synthetic.Gold("RUS", "x", StanceLabel.Favor))], [Synthetic.Result(Article.FromText("text"), Synthetic.Stance("RUS", "x", StanceLabel.Against, 1))]).ToChart(options));
        yield return ("learning", StanceCharts.LearningCurve([(100, Report(0.4)), (200, Report(0.5))], options));
    }

    public static JsonArray Data(StanceChart chart) => JsonNode.Parse(chart.ToFigureJson())!["data"]!.AsArray();

    public static JsonObject Layout(StanceChart chart) => JsonNode.Parse(chart.ToFigureJson())!["layout"]!.AsObject();

    /// <summary>All strings of a figure.</summary>
    public static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Strings(p.Value)),
        JsonArray a => a.SelectMany(Strings),
        JsonValue v when v.TryGetValue(out string? text) => [text],
        _ => [],
    };

    /// <summary>Without the characters that isolate directions.</summary>
    public static string Plain(string text) => text.Replace("\u2066", "", StringComparison.Ordinal).Replace("\u2067", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
}
