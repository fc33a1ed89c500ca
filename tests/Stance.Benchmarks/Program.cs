using BenchmarkDotNet.Running;
using Stance.Benchmarks;

// Speed by BenchmarkDotNet: dotnet run -c Release --project tests/Stance.Benchmarks -- --filter '*'
// Training, start-up and memory, which are measured once and whole: … -- training
if (args is ["training", ..])
    return TrainingRun.Run();
BenchmarkSwitcher.FromAssembly(typeof(AnalysisBenchmarks).Assembly).Run(args);
return 0;
