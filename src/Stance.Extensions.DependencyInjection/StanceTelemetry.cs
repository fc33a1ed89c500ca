using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Stance.Extensions.DependencyInjection;

/// <summary>Traces and metrics of the service, under the name <see cref="Name"/>.</summary>
public sealed class StanceTelemetry : IDisposable
{
    /// <summary>Name of the <see cref="ActivitySource"/> and of the <see cref="Meter"/>: <c>Stance</c>. An activity <c>stance.analyze</c> is an article; instruments are <c>stance.articles</c> (by language), <c>stance.stances</c>,
    /// <c>stance.analyze.duration</c> (seconds) and <c>stance.reloads</c> (by outcome: loaded, refused).</summary>
    public const string Name = "Stance";

    private static readonly ActivitySource Source = new(Name);

    private readonly Meter meter = new(Name);
    private readonly Counter<long> articles, stances, reloads;
    private readonly Histogram<double> duration;

    internal StanceTelemetry()
    {
        articles = meter.CreateCounter<long>("stance.articles", "{article}", "Articles analysed.");
        stances = meter.CreateCounter<long>("stance.stances", "{stance}", "Stances found.");
        reloads = meter.CreateCounter<long>("stance.reloads", "{reload}", "Times that the files were read again.");
        duration = meter.CreateHistogram<double>("stance.analyze.duration", "s", "Time for an article.");
    }

    internal Activity? Start(StanceAnalyzer analyzer, Article article)
    {
        var activity = Source.StartActivity("stance.analyze");
        activity?.SetTag("stance.article", article.Id).SetTag("stance.corpus", analyzer.Model.Manifest.CorpusHash);
        return activity;
    }

    internal void Analyzed(Activity? activity, ArticleStances result, TimeSpan took)
    {
        activity?.SetTag("stance.language", result.Language).SetTag("stance.stances", result.Stances.Count);
        articles.Add(1, new KeyValuePair<string, object?>("stance.language", result.Language));
        stances.Add(result.Stances.Count);
        duration.Record(took.TotalSeconds);
    }

    internal void Reloaded(string outcome) => reloads.Add(1, new KeyValuePair<string, object?>("stance.outcome", outcome));

    /// <summary>Ends the instruments.</summary>
    public void Dispose() => meter.Dispose();
}
