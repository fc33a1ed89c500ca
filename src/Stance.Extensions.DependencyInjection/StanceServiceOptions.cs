namespace Stance.Extensions.DependencyInjection;

/// <summary>What the service analyses with.</summary>
public sealed class StanceServiceOptions
{
    /// <summary>File of the model; <c>null</c>, the default: the shipped one.</summary>
    public string? ModelPath { get; set; }

    /// <summary>File of issue definitions (JSON); <c>null</c>, the default: the shipped catalogue.</summary>
    public string? IssuesPath { get; set; }

    /// <summary>File of your own actors, aliases and office holders (TSV) beside the shipped ones; <c>null</c>, the default: none.</summary>
    public string? ActorsPath { get; set; }

    /// <summary>Report from this calibrated probability on, in [0, 1]; <c>null</c>, the default: the model's own threshold.</summary>
    public double? MinProbability { get; set; }

    /// <summary>Threads for many articles, at least 1. Default: one a core.</summary>
    public int Threads { get; set; } = Environment.ProcessorCount;

    /// <summary>Read the files again when one of them changes. Default <c>true</c>. Where the system does not tell of changes, as on some network drives, call <see cref="StanceService.Reload"/>.</summary>
    public bool ReloadOnChange { get; set; } = true;

    /// <summary>How long files must be left alone before they are read again. Default a quarter of a second.</summary>
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromMilliseconds(250);

    internal IEnumerable<string> Files => new[] { ModelPath, IssuesPath, ActorsPath }.OfType<string>();

    /// <summary>An analyzer of what lies in the files now.</summary>
    internal StanceAnalyzer Load() => new(
        ModelPath is null ? null : StanceModel.Load(ModelPath), IssuesPath is null ? null : IssueCatalog.Read(IssuesPath), ActorsPath is null ? null : ActorCatalog.Default.With(ActorsPath),
        new AnalyzerOptions { MinProbability = MinProbability, Threads = Threads });
}
