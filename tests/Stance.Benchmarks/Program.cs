using BenchmarkDotNet.Running;
using Stance.Benchmarks;

// Speed by BenchmarkDotNet: dotnet run -c Release --project tests/Stance.Benchmarks -- --filter '*'
// Training, start-up and memory, which are measured once and whole: … -- training
if (args is ["training", ..])
    return TrainingRun.Run();
// Recall of actors, and a sample of mentions to judge by eye: … -- actors, … -- actors sample SEED [COUNT]
if (args is ["actors", ..])
    return ActorRun.Run(args[1..]);
BenchmarkSwitcher.FromAssembly(typeof(AnalysisBenchmarks).Assembly).Run(args);
return 0;
