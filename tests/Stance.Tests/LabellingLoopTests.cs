namespace Stance.Tests;

/// <summary>The way of life with labels, once round, on a part of the shipped corpus: train, analyze the rest, ask what to label, add the gold labels, retrain, compare.</summary>
public class LabellingLoopTests
{
    [Fact]
    public void Once_round_the_loop()
    {
        using var folder = new StanceTool();
        var whole = LabelledCorpus.Read(Path.Combine(SharedData.Repository, "training-data"));
        var train = whole.OfSplit("train").Articles;
        var stride = train.Count / 100;
        var some = train.Where((_, i) => i % stride == 0).Take(100).ToList();
        var test = whole.OfSplit("test").Articles.Take(40).ToList();
        File.Copy(Path.Combine(SharedData.Repository, "training-data", "issues.json"), Path.Combine(folder.Folder, "issues.json"));
        string Write(string name, IEnumerable<LabelledArticle> articles)
        {
            folder.Write(name, string.Concat(articles.Select(a => LabelledJson.Write(a) + "\n")));
            return Path.Combine(folder.Folder, name);
        }
        var options = TrainedModel.Options with { Noise = false, FavorPrior = null };

        // Train on 60 %.
        var trained = new StanceTrainer(options).Train(LabelledCorpus.Read(Write("start.jsonl", some.Where((_, i) => i % 5 < 3))));
        trained.Save(Path.Combine(folder.Folder, "old.zip"));
        var old = StanceModel.Load(Path.Combine(folder.Folder, "old.zip"));
        Assert.Equal(60, old.Manifest.Articles);

        // Analyze the rest, whose labels nobody has seen.
        var rest = some.Where((_, i) => i % 5 >= 3).ToList();
        var analyzer = new StanceAnalyzer(old, whole.Issues);
        Assert.Equal(rest.Select(a => a.Article.Id), analyzer.Analyze(rest.Select(a => a.Article)).Select(r => r.Article.Id));

        // Ask which to label, and label them.
        var suggested = LabelSuggestions.Choose(analyzer, rest.Select(a => a.Article), LabelledCorpus.Restore(old.Manifest.Sources, null), new SuggestionOptions { Count = 20 });
        Assert.Equal(20, suggested.Count);
        var ids = suggested.Select(s => s.Article.Id).ToHashSet();
        var labelled = LabelledCorpus.Read(Write("labelled.jsonl", rest.Where(a => ids.Contains(a.Article.Id))));

        // Retrain: the corpus is found by the model's own reference.
        var heldOut = LabelledCorpus.Read(Write("test.jsonl", test));
        var (model, addition) = new StanceTrainer(old.Manifest.Options).Retrain(old, labelled, heldOut: heldOut);
        Assert.Empty(addition.Findings);
        Assert.Equal((80, addition.Corpus.Hash), (model.Manifest.Articles, model.Manifest.CorpusHash));
        Assert.Equal(["start.jsonl", "labelled.jsonl"], model.Manifest.Sources.Select(s => Path.GetFileName(s.Path)));
        Assert.Equal(model.Manifest.CorpusHash, LabelledCorpus.Restore(model.Manifest.Sources, null).Hash);

        // Compare on articles that neither has seen.
        var comparison = ModelComparison.Of(analyzer, new StanceAnalyzer(model, whole.Issues), heldOut, seed: 1, resamples: 100);
        Assert.Equal(40, comparison.Articles);
        Assert.NotEmpty(comparison.Changes);
        Assert.True(GateRule.Parse("triple-f1 not worse by more than 0.5").Check(comparison).Holds);
    }

    [Fact]
    public void A_corpus_that_is_not_the_model_s_is_refused()
    {
        var other = LabelledCorpus.Of(TrainedModel.Corpus.Articles.Take(5), TrainedModel.Corpus.Issues);
        var error = Assert.Throws<ArgumentException>(() => new StanceTrainer().Retrain(TrainedModel.Model, other, corpus: other));
        Assert.Contains("5 articles; allowed: the 60 articles", error.Message);
        error = Assert.Throws<ArgumentException>(() => new StanceTrainer().Retrain(TrainedModel.Model, other));
        Assert.Contains("the model does not say where its corpus lies", error.Message);
    }

    [Fact]
    public void The_tool_goes_the_same_way()
    {
        using var tool = new StanceTool();
        var rows = File.ReadLines(Path.Combine(SharedData.Repository, "training-data", "gulf-iran-yemen.jsonl")).Take(14).ToList();
        tool.WriteIssuesOf(rows);
        tool.Write("start.jsonl", string.Join('\n', rows.Take(8)) + "\n");
        tool.Write("rest.jsonl", string.Join('\n', rows.Skip(8)) + "\n");
        var run = tool.Run("train", "start.jsonl", "--out", "old.zip");
        Assert.True(run.ExitCode == 0, run.Error);
        run = tool.Run("suggest", "rest.jsonl", "--labelled", "start.jsonl", "--model", "old.zip", "--issues", "issues.json", "--count", "3", "--out", "suggested.jsonl");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.StartsWith("3 of 6 articles, ", run.Error);
        var suggested = tool.Rows("suggested.jsonl");
        Assert.All(suggested, s => Assert.False(s.GetProperty("reviewed").GetBoolean()));
        // Two of the three are corrected by the gold labels, one is left as it is; beside them a row that is in the corpus already.
        tool.Write("added.jsonl", string.Join('\n', [.. suggested.Take(2).Select(s => rows.First(r => r.Contains($"\"id\": \"{s.GetProperty("id").GetString()}\"", StringComparison.Ordinal))), suggested[2].GetRawText(), rows[0]]) + "\n");
        run = tool.Run("retrain", "added.jsonl", "--base", "old.zip", "--test", "rest.jsonl", "--out", "new.zip");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("stance: unreviewed: article ", run.Error);
        Assert.Contains("stance: replaced: article ", run.Error);
        Assert.Contains("stance: leakage: article ", run.Error);
        Assert.StartsWith("new.zip: 11 articles (8 before)", run.Out);
        var before = File.ReadAllBytes(Path.Combine(tool.Folder, "new.zip"));
        tool.Write("start.jsonl", string.Join('\n', rows.Take(7)) + "\n");
        run = tool.Run("retrain", "added.jsonl", "--base", "new.zip", "--out", "new.zip");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("start.jsonl: found 7 articles", run.Error);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(tool.Folder, "new.zip")));
    }
}
