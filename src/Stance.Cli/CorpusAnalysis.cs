using System.CommandLine;

namespace Stance.Cli;

/// <summary>The part that commands over a whole corpus share: which articles, with which model, issues and actors; and the analysis of all of them, with a progress line.</summary>
internal sealed class CorpusAnalysis
{
    private readonly Argument<string[]> inputs = CommonOptions.Inputs();
    private readonly Option<string?> issues = CommonOptions.Issues(), actors = CommonOptions.Actors(), model = CommonOptions.Model();
    private readonly Option<double?> min = CommonOptions.MinProbability();
    private readonly Option<int?> threads = CommonOptions.Threads();
    private readonly Option<string> onError = CommonOptions.OnError();

    /// <summary>A command with these options and some of its own.</summary>
    public Command Command(string name, string description, params ReadOnlySpan<Option> own)
    {
        var command = new Command(name, description) { inputs, issues, actors, model, min, threads, onError };
        foreach (var option in own)
            command.Add(option);
        return command;
    }

    /// <summary>Checks what was asked for, then analyses.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="output">Where the outcome is to go; <c>null</c>: to standard output.</param>
    /// <param name="write">Writes the outcome.</param>
    /// <param name="cancellation">Stops between articles.</param>
    /// <returns>The exit code.</returns>
    public Task<int> Run(ParseResult parsed, string? output, Action<List<ArticleStances>> write, CancellationToken cancellation)
    {
        string[] paths = parsed.GetValue(inputs) ?? [];
        CommonOptions.CheckOutput(output);
        CommonOptions.CheckRanges(parsed.GetValue(min), parsed.GetValue(threads));
        foreach (var path in paths)
            ArticleSource.Files(path);
        var analyzer = CommonOptions.Analyzer(parsed.GetValue(model), parsed.GetValue(issues), parsed.GetValue(actors), parsed.GetValue(min), parsed.GetValue(threads));
        var source = new ArticleSource(paths, asked: null, parsed.GetValue(onError) == "skip");
        var results = new List<ArticleStances>();
        using (var progress = new ProgressLine("analysed", true))
        {
            foreach (var result in analyzer.Analyze(source.Read().Select(a => a.Article), cancellation).Unwrapped())
            {
                results.Add(result);
                progress.Tick();
            }
        }
        write(results);
        return Task.FromResult(AnalyzeCommand.Reject(source, output));
    }
}
