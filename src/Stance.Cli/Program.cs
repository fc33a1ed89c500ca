using System.CommandLine;
using Stance.Cli;

// Articles and issue names are Arabic: whatever the console's own code page is.
Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("Reads Arabic and English news and says, with proof, which state takes which stance on which issue.")
{
    AnalyzeCommand.Create(),
    MatrixCommand.Create(),
    ReportCommand.Create(),
    TrainCommand.Create(),
    RetrainCommand.Create(),
    EvaluateCommand.Create(),
    CompareCommand.Create(),
    SuspectsCommand.Create(),
    SuggestCommand.Create(),
    ModelCommand.Create(),
    IssuesCommand.Create(),
    CorpusCommand.Create(),
    ExportCommand.Create(),
    ImportCommand.Create(),
    PassageCommand.Create(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        Console.Error.WriteLine($"stance: {error.Message}");
    Console.Error.WriteLine("stance: see 'stance --help'");
    return ExitCode.BadInput;
}
return await ExitCode.Guard(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
