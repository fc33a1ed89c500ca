using System.CommandLine;

namespace Stance.Cli;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Inputs() => new("articles")
    {
        Description = "JSON Lines (.jsonl), text (.txt) or web pages (.html), or folders of them; none: standard input.", Arity = ArgumentArity.ZeroOrMore,
    };

    public static Option<string?> Issues() => new("--issues") { Description = "Issue definitions (JSON) to look for instead of the shipped catalogue.", HelpName = "FILE" };

    public static Option<string?> Actors() => new("--actors") { Description = "Your own blocs, aliases and office holders (TSV) beside the shipped ones.", HelpName = "FILE" };

    public static Option<string?> Model() => new("--model") { Description = "A trained model instead of the shipped one.", HelpName = "FILE" };

    public static Option<string?> Out(string what) => new("--out", "-o") { Description = what, HelpName = "FILE" };

    public static Option<double?> MinProbability() => new("--min-probability") { Description = "Report from this probability on, 0 to 1; default: the model's own threshold.", HelpName = "P" };

    public static Option<int?> Threads() => new("--threads") { Description = "Threads; default: one a core.", HelpName = "N" };

    public static Option<string> OnError()
    {
        var option = new Option<string>("--on-error") { Description = "What to do with a row that cannot be read: stop (exit 2) or skip (it goes to OUT.rejected.jsonl, exit 3).", DefaultValueFactory = _ => "stop" };
        option.AcceptOnlyFromAmong("stop", "skip");
        return option;
    }

    /// <summary>The analyzer that the options describe; all of its files are read, and refused, before any article is.</summary>
    public static StanceAnalyzer Analyzer(string? model, string? issues, string? actors, double? minProbability, int? threads) => new(
        model is null ? null : StanceModel.Load(Existing(model)), issues is null ? null : IssueCatalog.Read(Existing(issues)), actors is null ? null : ActorCatalog.Default.With(Existing(actors)),
        new AnalyzerOptions { MinProbability = minProbability, Threads = threads ?? Environment.ProcessorCount });

    public static string Existing(string path) => File.Exists(path) ? path : throw new FileNotFoundException($"{path}: no such file; allowed: an existing file");

    /// <summary>Refuses an output path that cannot be written before any work is done.</summary>
    public static void CheckOutput(string? path)
    {
        if (path is null)
            return;
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            throw new IOException($"{path}: is a folder; allowed: a file to write");
        for (var folder = Path.GetDirectoryName(full); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(folder))
                throw new IOException($"{path}: {Path.GetFileName(folder)} is a file, not a folder; allowed: a path whose folders are folders");
            if (Directory.Exists(folder))
                return;
        }
    }
}
