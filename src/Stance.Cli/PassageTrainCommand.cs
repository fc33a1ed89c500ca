using System.CommandLine;
using System.Globalization;

namespace Stance.Cli;

/// <summary><c>stance passage train</c>: labelled pairs in, a model out.</summary>
internal static class PassageTrainCommand
{
    public static Command Create()
    {
        var table = new PassageOptions();
        var output = new Option<string>("--out", "-o") { Description = "The model file to write.", Required = true, HelpName = "FILE" };
        var (seed, learner) = (PassageOptions.Seed(), PassageOptions.Learner());
        var plain = new Option<bool>("--most-probable") { Description = "Always decide for the most probable stance, rather than weigh rare ones up." };
        var command = new Command("train", "Train a model on labelled pairs of passage and proposition.") { output, seed, learner, plain };
        table.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            CommonOptions.CheckOutput(parsed.GetValue(output));
            var pairs = table.Read(parsed);
            var options = new PassageTrainingOptions { Seed = parsed.GetValue(seed), Learner = PassageOptions.LearnerOf(parsed.GetValue(learner)), Balance = !parsed.GetValue(plain) };
            var model = new PassageStanceTrainer(options).Train(pairs, new TrainCommand.PhaseLines(), cancellation);
            model.Save(parsed.GetValue(output)!);
            Console.WriteLine($"{parsed.GetValue(output)}: {model.Manifest.Pairs} pairs, {model.Manifest.Propositions} propositions, {model.Manifest.Targets} of them learnt apart");
            foreach (var (name, value) in model.Manifest.Metrics)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  held out: {name,-28} {value:F3}"));
            if (model.Manifest.SharedPropositions)
                Console.Error.WriteLine("stance: the pairs hang together, so that held-out parts share propositions; the figures say nothing of propositions never seen");
            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }
}
