using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Stance.Tests;

/// <summary>Changes the working directory: nothing else runs beside it.</summary>
[CollectionDefinition(nameof(ReadmeTests), DisableParallelization = true)]
public class ReadmeCollection;

/// <summary>Every C# example of the README compiles and runs, each on its own, with the imports that it writes itself, from the root of the repository.</summary>
[Collection(nameof(ReadmeTests))]
public class ReadmeTests
{
    private static readonly string Readme = Path.Combine(SharedData.Repository, "README.md");

    /// <summary>The examples with the line that each begins on.</summary>
    private static List<(int Line, string Code)> Blocks()
    {
        Assert.True(File.Exists(Readme), "README.md is missing: it is to stand in the root of the repository, with at least two examples in ```csharp blocks");
        var text = File.ReadAllText(Readme).ReplaceLineEndings("\n");
        return [.. Regex.Matches(text, @"^```csharp[^\n]*\n(.*?)^```[ \t]*$", RegexOptions.Multiline | RegexOptions.Singleline).Select(m => (text.AsSpan(0, m.Groups[1].Index).Count('\n') + 1, m.Groups[1].Value))];
    }

    [Fact]
    public void The_README_has_examples()
    {
        var blocks = Blocks();
        Assert.True(blocks.Count >= 2, $"README.md has {blocks.Count} ```csharp blocks; allowed: at least 2");
    }

    [Fact]
    public async Task Every_example_compiles_and_runs()
    {
        var failures = new List<string>();
        foreach (var (line, code) in Blocks())
            if (await Run(code) is { } failure)
                failures.Add($"README.md({line}): {failure}");
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    /// <summary>Runs an example; returns what went wrong, or <c>null</c>.</summary>
    private static async Task<string?> Run(string code)
    {
        // What a project that references Stance sees: the library, what it depends on, and .NET; no namespace is imported.
        var options = ScriptOptions.Default.WithImports().WithReferences(typeof(StanceAnalyzer).Assembly, typeof(Microsoft.ML.MLContext).Assembly, typeof(Microsoft.Data.Analysis.DataFrame).Assembly);
        var (folder, console) = (Environment.CurrentDirectory, Console.Out);
        var before = Directory.GetFiles(SharedData.Repository).ToHashSet();
        try
        {
            Environment.CurrentDirectory = SharedData.Repository;
            Console.SetOut(TextWriter.Null);
            await CSharpScript.RunAsync(code, options);
            return null;
        }
        catch (CompilationErrorException e)
        {
            return "does not compile:\n" + string.Join("\n", e.Diagnostics);
        }
        catch (Exception e)
        {
            return $"does not run: {e}";
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = folder;
            // What an example writes under a name that it gives is not left in the repository.
            foreach (var file in Directory.GetFiles(SharedData.Repository))
                if (!before.Contains(file) && code.Contains(Path.GetFileName(file), StringComparison.Ordinal))
                    File.Delete(file);
        }
    }
}
