using System.CommandLine;

namespace Stance.Cli;

/// <summary><c>stance passage</c>: stances of passages toward propositions, whoever speaks.</summary>
internal static class PassageCommand
{
    public static Command Create() => new("passage", "Which stance does a passage take toward a proposition, whoever speaks? Trained on your own labelled pairs.")
    {
        PassageTrainCommand.Create(), PassageEvaluateCommand.Create(), PassageClassifyCommand.Create(),
    };
}
