using System.CommandLine;

namespace Stance.Cli;

/// <summary><c>stance suggest</c>: which articles to label next, with labels to correct.</summary>
internal static class SuggestCommand
{
    public static Command Create()
    {
        var inputs = CommonOptions.Inputs();
        var (model, issues, actors, onError, output) = (CommonOptions.Model(), CommonOptions.Issues(), CommonOptions.Actors(), CommonOptions.OnError(), CommonOptions.Out("Write the rows to this file instead of standard output."));
        var labelled = new Option<string?>("--labelled") { Description = "What is labelled already: a .jsonl file or a folder of them, with issues.json beside; states, issues and wording in it count less.", HelpName = "DATA" };
        var count = new Option<int>("--count") { Description = "Articles to choose.", DefaultValueFactory = _ => 50, HelpName = "N" };
        var pairs = new Option<int>("--pairs-per-article") { Description = "Pairs asked about in an article at most.", DefaultValueFactory = _ => 12, HelpName = "N" };
        var command = new Command("suggest", "Choose the articles whose labels would teach the model most, with pre-filled labels to correct; a label corrected to \"none\" says that there is no stance.") { inputs, labelled, count, pairs, model, issues, actors, onError, output };
        command.SetAction((parsed, cancellation) =>
        {
            var path = parsed.GetValue(output);
            CommonOptions.CheckOutput(path);
            foreach (var (name, value) in ((string, int)[])[("--count", parsed.GetValue(count)), ("--pairs-per-article", parsed.GetValue(pairs))])
                if (value < 1)
                    throw new FormatException($"{name} {value}; allowed: 1 or more");
            string[] files = parsed.GetValue(inputs) ?? [];
            foreach (var file in files)
                ArticleSource.Files(file);
            var analyzer = CommonOptions.Analyzer(parsed.GetValue(model), parsed.GetValue(issues), parsed.GetValue(actors), null, null);
            var known = parsed.GetValue(labelled) is { } data ? LabelledCorpus.Read(data) : null;
            var source = new ArticleSource(files, null, parsed.GetValue(onError) == "skip");
            var articles = source.Read().Select(a => a.Article).ToList();
            var chosen = LabelSuggestions.Choose(analyzer, articles, known, new SuggestionOptions { Count = parsed.GetValue(count), PairsPerArticle = parsed.GetValue(pairs) }, cancellation);
            JsonRows.Write(path, string.Concat(chosen.Select(c => c.ToJson() + "\n")));
            Console.Error.WriteLine($"{chosen.Count} of {articles.Count} articles, {chosen.Sum(c => c.Pairs.Count)} pairs, {chosen.Sum(c => c.Pairs.Count(p => p.Prefilled is not null))} of them filled in with a stance");
            return Task.FromResult(AnalyzeCommand.Reject(source, path));
        });
        return command;
    }
}
