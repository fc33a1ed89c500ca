using BenchmarkDotNet.Running;
using Stance.Benchmarks;

// Speed by BenchmarkDotNet: dotnet run -c Release --project tests/Stance.Benchmarks -- --filter '*'
// The same on a machine of uneven pace: least of many rounds beside the yardstick: … -- pace [SECONDS]
if (args is ["pace", ..])
    return PaceRun.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 30);
// Training, start-up and memory, which are measured once and whole: … -- training
if (args is ["training", ..])
    return TrainingRun.Run();
// The figures of the corpus's datasheet: … -- curve, … -- distance; which threshold held-out pairs ask for: … -- heldout
if (args is ["curve"])
    return CorpusRun.LearningCurve();
if (args is ["heldout"])
    return CorpusRun.HeldOut();
if (args is ["distance"])
    return CorpusRun.Distance();
// Who speaks, measured against the gold actors: … -- attribution [FILE …]
if (args is ["attribution", .. var files])
    return AttributionRun.Run(files);
// Recall of actors, and a sample of mentions to judge by eye: … -- actors, … -- actors sample SEED [COUNT]
if (args is ["actors", ..])
    return ActorRun.Run(args[1..]);
// Label errors planted and looked for: … -- suspects [FOLDS]
if (args is ["suspects", ..])
    return SuspectRun.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5);
// Labels chosen against labels drawn by lot: … -- activelearning [SEEDS]
if (args is ["activelearning", ..])
    return ActiveLearningRun.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5);
// Stances of passages on public data sets, beside stock ML.NET: … -- passages [ans | arabicstancex]
if (args is ["passages", ..])
    return PassageRun.Run(args[1..]);
// Flipped proposition, flipped stance: … -- flips [MODEL] [--list]
if (args is ["flips", ..])
    return FlipRun.Run(args[1..]);
// Which part a state has in a proposition, read by rule, on propositions written freely: … -- propositions [--list]
if (args is ["propositions", ..])
    return PropositionRun.Run(args[1..]);
// What each part of training gives, row after row into results/ablation.md, an hour in all: … -- ablation [FILE]
if (args is ["ablation", ..])
    return AblationRun.Run(args[1..]);
// Linear, FastTree and LightGBM on the tasks of statements and pairs: … -- learners [ARTICLES]
if (args is ["learners", ..])
    return LearnerRun.Run(args[1..]);
BenchmarkSwitcher.FromAssembly(typeof(AnalysisBenchmarks).Assembly).Run(args);
return 0;
