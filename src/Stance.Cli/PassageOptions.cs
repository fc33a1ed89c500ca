using System.CommandLine;

namespace Stance.Cli;

/// <summary>Options that the commands on passages share: where a table has what.</summary>
internal sealed class PassageOptions
{
    public Argument<string> Pairs { get; } = CommonOptions.OfPath(new Argument<string>("pairs") { Description = "Labelled pairs: a CSV with a header row, or a TSV (.tsv, .tab)." });

    public Option<string> Passage { get; } = Column("--passage", "passage", "passages");

    public Option<string> Proposition { get; } = Column("--proposition", "proposition", "propositions");

    public Option<string> Stance { get; } = Column("--stance", "stance", "stances");

    public Option<string[]> Labels { get; } = new("--label")
    {
        Description = "What a word of that column means, as yes=favor; may be given again. Default: the usual words (favor, agree, against, disagree, none, other …).",
        HelpName = "WORD=STANCE",
    };

    public Option<string?> Where { get; } = new("--where") { Description = "Only rows with this value in this column, as split=train.", HelpName = "COLUMN=VALUE" };

    public static Option<string> Model() => new("--model") { Description = "A model that stance passage train wrote.", Required = true, HelpName = "FILE" };

    public static Option<int> Seed() => new("--seed") { Description = "Seed of everything drawn at random.", DefaultValueFactory = _ => 1 };

    public static Option<string> Learner()
    {
        var option = new Option<string>("--learner") { Description = "What joins the views: linear, trees or both.", DefaultValueFactory = _ => "both" };
        option.AcceptOnlyFromAmong("linear", "trees", "both");
        return option;
    }

    public static PassageLearner LearnerOf(string? name) => Enum.Parse<PassageLearner>(name!, ignoreCase: true);

    private static Option<string> Column(string name, string column, string what) => new(name) { Description = $"Name of the column of {what}.", DefaultValueFactory = _ => column, HelpName = "COLUMN" };

    public void AddTo(Command command)
    {
        command.Add(Pairs);
        foreach (var option in (Option[])[Passage, Proposition, Stance, Labels, Where])
            command.Add(option);
    }

    public IReadOnlyList<LabelledPassage> Read(ParseResult parsed) => LabelledPassages.Read(CommonOptions.Existing(parsed.GetValue(Pairs)!), new PassageColumns
    {
        Passage = parsed.GetValue(Passage)!,
        Proposition = parsed.GetValue(Proposition)!,
        Stance = parsed.GetValue(Stance)!,
        Where = parsed.GetValue(Where) is { } where ? Split(where, "--where", "COLUMN=VALUE") : null,
        Labels = LabelsOf(parsed.GetValue(Labels) ?? []),
    });

    private static IReadOnlyDictionary<string, StanceLabel> LabelsOf(string[] given)
    {
        if (given.Length == 0)
            return PassageColumns.KnownLabels;
        var labels = new Dictionary<string, StanceLabel>(StringComparer.OrdinalIgnoreCase);
        foreach (var label in given)
        {
            var (word, stance) = Split(label, "--label", "WORD=favor, WORD=against, WORD=neutral");
            if (!labels.TryAdd(word, stance switch { "favor" => StanceLabel.Favor, "against" => StanceLabel.Against, "neutral" => StanceLabel.Neutral, _ => throw new FormatException($"--label {label}; allowed: WORD=favor, WORD=against, WORD=neutral") }))
                throw new FormatException($"--label {label}: '{word}' stands twice; allowed: each word once");
        }
        return labels;
    }

    private static (string, string) Split(string value, string option, string allowed)
    {
        // The first sign parts a condition: a value may hold one itself, a column hardly. The last parts a label: its word may, a stance never.
        var at = option == "--where" ? value.IndexOf('=') : value.LastIndexOf('=');
        return at > 0 ? (value[..at], value[(at + 1)..]) : throw new FormatException($"{option} {value}; allowed: {allowed}");
    }
}
