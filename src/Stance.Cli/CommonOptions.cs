using System.CommandLine;

namespace Stance.Cli;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Inputs() => OfPath(new Argument<string[]>("articles")
    {
        Description = "JSON Lines (.jsonl), text (.txt) or web pages (.html), or folders of them; none: standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    });

    public static Argument<string> Corpus() => OfPath(new Argument<string>("corpus") { Description = "Labelled articles: a .jsonl file or a folder of them, with issues.json beside." });

    /// <summary>An argument that is a path: an option that no command knows would else be taken for one.</summary>
    public static Argument<T> OfPath<T>(Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (token.Value.StartsWith('-'))
                    result.AddError($"'{token.Value}' is no option of this command; allowed: the options that --help lists, or ./{token.Value} for a file of that name");
        });
        return argument;
    }

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
        LoadModel(model), issues is null ? null : IssueCatalog.Read(Existing(issues)), actors is null ? null : ActorCatalog.Default.With(Existing(actors)),
        new AnalyzerOptions { MinProbability = minProbability, Threads = threads ?? Environment.ProcessorCount });

    /// <summary>The model of a file; <c>null</c>, which stands for the shipped one, where no file is given.</summary>
    public static StanceModel? LoadModel(string? path) => path is null ? null : StanceModel.Load(Existing(path));

    /// <summary>Stands for the model inside the tool.</summary>
    public const string Shipped = "shipped";

    /// <summary>The model of a file, or the shipped one by its name.</summary>
    public static StanceModel LoadNamed(string path) => path == Shipped ? StanceModel.Default : LoadModel(path)!;

    /// <summary>Refuses numbers out of range in the words of the command line.</summary>
    public static void CheckRanges(double? minProbability, int? threads = null)
    {
        if (minProbability is { } p && p is not (>= 0 and <= 1))
            throw new FormatException(FormattableString.Invariant($"--min-probability {p}; allowed: 0 to 1"));
        if (threads is < 1 or > MostThreads)
            throw new FormatException($"--threads {threads}; allowed: 1 to {MostThreads}");
    }

    /// <summary>PLINQ takes no more.</summary>
    public const int MostThreads = 512;

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
