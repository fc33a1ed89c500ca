using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stance.Cli;

/// <summary><c>stance passage classify</c>: passages in, stances out.</summary>
internal static class PassageClassifyCommand
{
    public static Command Create()
    {
        var input = CommonOptions.OfPath(new Argument<string?>("passages") { Description = "A CSV or TSV with a header row; none: standard input, a passage a line, with --about.", Arity = ArgumentArity.ZeroOrOne });
        var table = new PassageOptions();
        var (model, output) = (PassageOptions.Model(), CommonOptions.Out("Write to this file instead of standard output."));
        var about = new Option<string?>("--about") { Description = "The proposition of all passages, instead of a column.", HelpName = "TEXT" };
        var format = new Option<string>("--format") { Description = "jsonl, or csv: the columns of the table and four more.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv");
        var command = new Command("classify", "Say which stance each passage takes toward its proposition.") { input, table.Passage, table.Proposition, about, model, format, output };
        command.SetAction((parsed, cancellation) =>
        {
            CommonOptions.CheckOutput(parsed.GetValue(output));
            var rows = Rows(parsed.GetValue(input), parsed.GetValue(table.Passage)!, parsed.GetValue(table.Proposition)!, parsed.GetValue(about));
            var trained = PassageStanceModel.Load(CommonOptions.Existing(parsed.GetValue(model)!));
            var csv = parsed.GetValue(format) == "csv";
            var lines = Lines(rows, trained, csv, cancellation);
            if (parsed.GetValue(output) is { } path)
                TextFile.Write(path, stream =>
                {
                    using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
                    foreach (var line in lines)
                        writer.Write(line);
                });
            else
                foreach (var line in lines)
                    Console.Out.Write(line);
            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }

    private sealed record Input(string[] Header, IEnumerable<(int Line, string[] Fields, string Passage, string Proposition)> Rows);

    private static Input Rows(string? file, string passage, string proposition, string? about)
    {
        if (file is null)
            return about is null ? throw new FormatException("standard input has no column of propositions; allowed: --about TEXT, or a CSV or TSV file")
                : new Input(["passage"], Lines().Select(l => (l.Line, new[] { l.Text }, l.Text, about)));
        var table = DelimitedTable.Read(CommonOptions.Existing(file));
        var (left, right) = (table.Column(passage), about is null ? table.Column(proposition) : -1);
        return new Input(table.Header, table.Rows.Select(r => (r.Line, r.Fields, r.Fields[left], about ?? r.Fields[right])));

        static IEnumerable<(int Line, string Text)> Lines()
        {
            using var reader = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false, throwOnInvalidBytes: true));
            for (var line = 1; Next() is { } text; line++)
                if (!string.IsNullOrWhiteSpace(text))
                    yield return (line, text);

            string? Next()
            {
                try
                {
                    return reader.ReadLine();
                }
                catch (DecoderFallbackException e)
                {
                    throw new FormatException("standard input: found bytes that are not UTF-8; allowed: UTF-8", e);
                }
            }
        }
    }

    /// <summary>The output, a whole line at a time.</summary>
    private static IEnumerable<string> Lines(Input input, PassageStanceModel model, bool csv, CancellationToken cancellation)
    {
        if (csv)
            yield return string.Join(',', input.Header.Select(h => Csv.Field(h)).Concat(["predicted", "p_favor", "p_against", "p_neutral"])) + "\n";
        foreach (var (line, fields, passage, proposition) in input.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            var stance = model.Classify(passage, proposition);
            var name = LabelledJson.NameOf(stance.Stance);
            yield return csv
                ? string.Join(',', fields.Select(f => Csv.Field(f)).Concat([name, Number(stance.Favor), Number(stance.Against), Number(stance.Neutral)])) + "\n"
                : JsonSerializer.Serialize(new
                {
                    line,
                    passage,
                    proposition,
                    stance = name,
                    probability = Math.Round(stance.Probability, 4),
                    probabilities = new { favor = Math.Round(stance.Favor, 4), against = Math.Round(stance.Against, 4), neutral = Math.Round(stance.Neutral, 4) },
                }, Relaxed) + "\n";
        }
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
