using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Stance.Extensions.DependencyInjection;

/// <summary>An analyzer that is replaced as a whole when its files change, while requests run: each request is answered by one model from its first word to its last, and none is dropped. Thread-safe.</summary>
public sealed partial class StanceService : IDisposable
{
    private readonly StanceServiceOptions options;
    private readonly ILogger logger;
    private readonly StanceTelemetry telemetry = new();
    private readonly FileChanges? changes;
    private readonly Lock reloading = new();
    private volatile StanceAnalyzer current;

    /// <summary>A service; its files are read before this returns.</summary>
    /// <param name="options">What it analyses with.</param>
    /// <param name="logger">Told of loaded and refused files; <c>null</c>: nobody is.</param>
    /// <exception cref="FormatException">A file that cannot be read: where, found and allowed.</exception>
    /// <exception cref="IOException">A file that is not there.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability outside [0, 1], or fewer than one thread.</exception>
    public StanceService(StanceServiceOptions options, ILogger<StanceService>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.logger = logger ?? NullLogger<StanceService>.Instance;
        // Watched before they are read: a change in between is not lost.
        changes = options.ReloadOnChange && options.Files.Any() ? new FileChanges(options.Files, options.SettleTime, () => Reload()) : null;
        try
        {
            current = options.Load();
        }
        catch
        {
            Dispose();
            throw;
        }
        Loaded(options.ModelPath ?? "shipped", current.Model.Manifest.CorpusHash, current.Issues.Count);
    }

    /// <summary>The analyzer of now, immutable: keep it for as long as answers have to come from one model.</summary>
    public StanceAnalyzer Current => current;

    /// <summary>What one article says.</summary>
    /// <param name="article">The article.</param>
    public ArticleStances Analyze(Article article) => Analyze(current, article);

    /// <summary>What many articles say, in their order; all by the analyzer of the moment when the first is taken.</summary>
    /// <param name="articles">The articles; read as they are needed.</param>
    /// <param name="cancellation">Stops between articles.</param>
    public IEnumerable<ArticleStances> Analyze(IEnumerable<Article> articles, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return Each();

        IEnumerable<ArticleStances> Each()
        {
            var analyzer = current;
            foreach (var result in articles.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Min(options.Threads, 512)).WithCancellation(cancellation).Select(a => Analyze(analyzer, a)))
                yield return result;
        }
    }

    private ArticleStances Analyze(StanceAnalyzer analyzer, Article article)
    {
        using var activity = telemetry.Start(analyzer, article);
        var start = Stopwatch.GetTimestamp();
        try
        {
            var result = analyzer.Analyze(article);
            telemetry.Analyzed(activity, result, Stopwatch.GetElapsedTime(start));
            return result;
        }
        catch (Exception e)
        {
            activity?.SetStatus(ActivityStatusCode.Error, e.Message);
            throw;
        }
    }

    /// <summary>Reads the files again and, if all are sound, puts the new analyzer in the old one's place. If one is not, the old one stays and the log says why.</summary>
    /// <returns>Whether it was replaced.</returns>
    public bool Reload()
    {
        // One after the other, so that what was read last stays.
        lock (reloading)
        {
            try
            {
                current = options.Load();
                Loaded(options.ModelPath ?? "shipped", current.Model.Manifest.CorpusHash, current.Issues.Count);
                telemetry.Reloaded("loaded");
                return true;
            }
            catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or ArgumentException)
            {
                Refused(options.ModelPath ?? "shipped", e);
                telemetry.Reloaded("refused");
                return false;
            }
        }
    }

    /// <summary>Stops watching the files. Requests that run go on to their end.</summary>
    public void Dispose()
    {
        changes?.Dispose();
        telemetry.Dispose();
    }

    [LoggerMessage(1, LogLevel.Information, "Loaded model {Model} of corpus {Corpus}, {Issues} issues")]
    private partial void Loaded(string model, string corpus, int issues);

    [LoggerMessage(2, LogLevel.Error, "Model {Model} or its issues or actors could not be loaded; the earlier one stays in use")]
    private partial void Refused(string model, Exception exception);
}
