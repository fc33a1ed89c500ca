using System.Text;

namespace Stance.Tests;

public class PassageCommandTests
{
    private static string Table(IEnumerable<LabelledPassage> pairs, string header = "text,claim,label,split")
    {
        var text = new StringBuilder(header + "\n");
        foreach (var pair in pairs)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{pair.Passage},{pair.Proposition},{pair.Stance switch { StanceLabel.Favor => "yes", StanceLabel.Against => "no", _ => "maybe" }},train\n");
        return text.ToString();
    }

    private static readonly string[] Columns = ["--passage", "text", "--proposition", "claim", "--stance", "label", "--label", "yes=favor", "--label", "no=against", "--label", "maybe=neutral", "--where", "split=train"];

    [Fact]
    public void Trained_evaluated_and_asked()
    {
        using var tool = new StanceTool();
        tool.Write("pairs.csv", Table(Pairs.All));
        var train = tool.Run(["passage", "train", "pairs.csv", .. Columns, "--out", "model.zip", "--learner", "linear"]);
        Assert.True(train.ExitCode == 0, train.Error);
        Assert.Contains("180 pairs, 12 propositions, 0 of them learnt apart", train.Out);
        var evaluate = tool.Run(["passage", "evaluate", "pairs.csv", .. Columns, "--model", "model.zip"]);
        Assert.True(evaluate.ExitCode == 0, evaluate.Error);
        Assert.Contains("favor/against F1", evaluate.Out);
        Assert.Contains("support 60", evaluate.Out);
        Assert.Contains("the model was trained on these very pairs", evaluate.Error);
        tool.Write("fewer.csv", Table(Pairs.All.Skip(1)));
        Assert.Equal("", tool.Run(["passage", "evaluate", "fewer.csv", .. Columns, "--model", "model.zip"]).Error);
        var asked = tool.RunWith("رفض الوزير بناء المسرح وندد بالمشروع\n\nرحب الوزير ببناء المسرح وأيد المشروع\n", "passage", "classify", "--model", "model.zip", "--about", "ينبغي بناء المسرح");
        Assert.True(asked.ExitCode == 0, asked.Error);
        Assert.Equal([(1, "against"), (3, "favor")], StanceTool.Parse(asked.Out).Select(r => (r.GetProperty("line").GetInt32(), r.GetProperty("stance").GetString()!)));
        tool.Write("ask.tsv", "id\tpassage\tproposition\nx7\tرحب الوزير ببناء المسرح وأيد المشروع\tينبغي بناء المسرح\n");
        Assert.Equal(0, tool.Run("passage", "classify", "ask.tsv", "--model", "model.zip", "--format", "csv", "--out", "out.csv").ExitCode);
        var lines = tool.Read("out.csv").Split('\n');
        Assert.Equal("id,passage,proposition,predicted,p_favor,p_against,p_neutral", lines[0]);
        Assert.Matches("^x7,رحب.*,favor,0", lines[1]);
    }

    [Theory]
    [InlineData("pairs.csv(1): found no column 'passage'; allowed: text, claim, label, split", "passage", "train", "pairs.csv", "--out", "m.zip")]
    [InlineData("pairs.csv(2): stance 'yes' is not known", "passage", "train", "pairs.csv", "--out", "m.zip", "--passage", "text", "--proposition", "claim", "--stance", "label")]
    [InlineData("--label yes=good; allowed: WORD=favor", "passage", "train", "pairs.csv", "--out", "m.zip", "--label", "yes=good")]
    [InlineData("--where train; allowed: COLUMN=VALUE", "passage", "train", "pairs.csv", "--out", "m.zip", "--where", "train")]
    [InlineData("none.csv: no such file", "passage", "train", "none.csv", "--out", "m.zip")]
    [InlineData("--folds 1; allowed: 2 or more", "passage", "evaluate", "pairs.csv", "--folds", "1")]
    [InlineData("allowed: one of --model FILE and --folds N", "passage", "evaluate", "pairs.csv")]
    [InlineData("allowed: --about TEXT", "passage", "classify", "--model", "m.zip")]
    [InlineData("pairs.csv: not a zip file", "passage", "classify", "--about", "x", "--model", "pairs.csv")]
    public void Bad_input_is_told_before_any_work(string message, params string[] arguments)
    {
        using var tool = new StanceTool();
        tool.Write("pairs.csv", Table(Pairs.All.Take(6)));
        var run = tool.Run(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error);
        Assert.Equal("", run.Out);
        Assert.Equal(["pairs.csv"], tool.Entries);
    }

    /// <summary>The commands of the README, as they stand, on a table with its columns, labels and splits.</summary>
    [Fact]
    public void The_commands_of_the_README_run()
    {
        using var tool = new StanceTool();
        string Rows(IEnumerable<LabelledPassage> pairs, string split) => string.Concat(pairs.Select(p => $"{p.Passage},{p.Proposition},{p.Stance switch { StanceLabel.Favor => "yes", StanceLabel.Against => "no", _ => "other" }},{split}\n"));
        tool.Write("pairs.csv", "text,topic,label,split\n" + Rows(Pairs.All.Take(45), "train") + Rows(Pairs.All.TakeLast(15), "test"));
        tool.Write("posts.csv", $"text,topic\n{Pairs.All[0].Passage},{Pairs.All[0].Proposition}\n");
        const string Start = "dotnet run --project src/Stance.Cli -c Release -- ";
        var commands = File.ReadLines(Path.Combine(SharedData.Repository, "README.md")).Where(l => l.StartsWith(Start + "passage ", StringComparison.Ordinal)).Select(l => l[Start.Length..].Split(' ')).ToList();
        Assert.Equal(["train", "evaluate", "classify"], commands.Select(c => c[1]));
        foreach (var command in commands)
        {
            var run = tool.Run(command);
            Assert.True(run.ExitCode == 0, $"{string.Join(' ', command)}: {run.Error}");
            if (command[1] == "train")
                Assert.Contains("45 pairs", run.Out);
            if (command[1] == "evaluate")
                Assert.Matches(@"pairs +15\n", run.Out);
        }
    }

    [Fact]
    public void Pairs_that_hang_together_are_told()
    {
        using var tool = new StanceTool();
        tool.Write("pairs.csv", Table(Pairs.All.Take(10)));
        var train = tool.Run(["passage", "train", "pairs.csv", .. Columns, "--out", "model.zip"]);
        Assert.True(train.ExitCode == 0, train.Error);
        Assert.Contains("held-out parts share propositions", train.Error);
        tool.Write("pairs.csv", Table(Pairs.All.Take(10).Select(p => p with { Passage = "x" })));
        train = tool.Run(["passage", "train", "pairs.csv", .. Columns, "--out", "other.zip"]);
        Assert.Equal(2, train.ExitCode);
        Assert.Contains("found 10 pairs that cannot be parted", train.Error);
        Assert.DoesNotContain("other.zip", tool.Entries);
    }

    [Fact]
    public void Too_few_pairs_are_bad_input()
    {
        using var tool = new StanceTool();
        tool.Write("pairs.csv", Table(Pairs.All.Take(2)));
        var run = tool.Run(["passage", "train", "pairs.csv", .. Columns, "--out", "model.zip"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("found 2 pairs", run.Error);
    }
}
