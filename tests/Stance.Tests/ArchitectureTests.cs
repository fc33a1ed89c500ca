using System.Text.RegularExpressions;

namespace Stance.Tests;

/// <summary>Data flows downward: a stage knows the stages above it and no others.</summary>
public class ArchitectureTests
{
    private static readonly string[] Stages = ["Text", "Actors", "Statements", "Issues", "Classification"];

    private static readonly string Source = Path.Combine(SharedData.Repository, "src", "Stance");

    private static Dictionary<string, string> TypesByFolder() =>
        Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), @"^(?:public|internal) (?:sealed |static |abstract |readonly |partial )*(?:record struct|record|class|struct|enum|interface) (\w+)", RegexOptions.Multiline)
                .Select(m => (Type: m.Groups[1].Value, Folder: Path.GetRelativePath(Source, f).Split(Path.DirectorySeparatorChar)[0])))
            .GroupBy(p => p.Type).ToDictionary(g => g.Key, g => g.First().Folder);

    /// <summary>A name in capitals; before a parenthesis it is a method's, unless something new is made.</summary>
    private const string TypeName = @"\b[A-Z]\w+\b(?!\()|(?<=\bnew )[A-Z]\w+\b";

    private static string WithoutComments(string code) => Regex.Replace(Regex.Replace(code, @"//.*$", "", RegexOptions.Multiline), "\"(?:[^\"\\\\\n]|\\\\.)*\"", "\"\"");

    [Fact]
    public void A_stage_knows_only_the_stages_above_it()
    {
        var types = TypesByFolder();
        var broken = new List<string>();
        for (var s = 0; s < Stages.Length; s++)
        {
            // Evaluation, Analysis, Exchange and Passages stand below all stages, as do later stages.
            var below = types.Where(t => t.Value is "Evaluation" or "Analysis" or "Exchange" or "Passages" || Array.IndexOf(Stages, t.Value) > s).Select(t => t.Key).ToHashSet();
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Source, Stages[s]), "*.cs"))
                foreach (Match word in Regex.Matches(WithoutComments(File.ReadAllText(file)), TypeName))
                    if (below.Contains(word.Value) && !IsAllowed(Path.GetFileName(file), word.Value))
                        broken.Add($"{Stages[s]}/{Path.GetFileName(file)} -> {types[word.Value]}/{word.Value}");
        }
        Assert.Empty(broken.Distinct());
    }

    /// <summary>The check of a catalogue tries it with a model on the stage that classifies: it is a tool beside the stages, kept with what it checks.</summary>
    private static bool IsAllowed(string file, string type) => file == "IssueCheck.cs" && type is not ("StanceMatrix" or "StanceEvaluator");

    [Fact]
    public void Only_classification_and_the_data_frame_bridge_know_ML_NET()
    {
        var broken = Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(f => Regex.IsMatch(File.ReadAllText(f), @"using Microsoft\.ML") && Path.GetFileName(f) is not ("MlNet.cs" or "MlNetExport.cs" or "StanceDataView.cs")).ToList();
        Assert.Empty(broken);
    }

    [Fact]
    public void The_library_draws_hosts_and_distributes_nothing()
    {
        var project = File.ReadAllText(Path.Combine(Source, "Stance.csproj"));
        foreach (var package in (string[])["Plotly", "AspNetCore", "Orleans", "Interactive", "Spectre", "CommandLine"])
            Assert.DoesNotContain(package, project);
    }
}
