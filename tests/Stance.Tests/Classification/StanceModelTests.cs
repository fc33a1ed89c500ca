using System.Text;

namespace Stance.Tests;

public class StanceModelTests
{
    [Fact]
    public void A_saved_model_predicts_the_same_from_eight_threads_at_once()
    {
        var articles = TrainedModel.Corpus.Articles.Take(20).Select(a => a.Article).ToList();
        var options = new AnalyzerOptions { MinProbability = 0.01 };
        var trained = new StanceAnalyzer(TrainedModel.Model, TrainedModel.Corpus.Issues, options: options);
        var expected = articles.ConvertAll(a => trained.Analyze(a).ToJson());
        Assert.Contains(expected, l => l.Contains("\"stance\":", StringComparison.Ordinal));
        var loaded = new StanceAnalyzer(StanceModel.Load(TrainedModel.Path), TrainedModel.Corpus.Issues, options: options);
        var found = new string[8][];
        using var start = new Barrier(8);
        var threads = Enumerable.Range(0, 8).Select(t => new Thread(() =>
        {
            start.SignalAndWait();
            // Each begins elsewhere, so that different articles meet.
            found[t] = [.. Enumerable.Range(0, articles.Count).Select(i => loaded.Analyze(articles[(i + t * 3) % articles.Count]).ToJson())];
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        for (var t = 0; t < 8; t++)
            Assert.Equal(Enumerable.Range(0, articles.Count).Select(i => expected[(i + t * 3) % articles.Count]), found[t]);
    }

    [Fact]
    public void A_loaded_model_is_saved_as_the_same_file()
    {
        using var stream = new MemoryStream();
        StanceModel.Load(TrainedModel.Path).Save(stream);
        Assert.Equal(File.ReadAllBytes(TrainedModel.Path), stream.ToArray());
    }

    [Fact]
    public void The_background_is_the_issues_that_a_model_was_trained_on_and_is_saved_with_it()
    {
        var model = TrainedModel.Model;
        var labelled = TrainedModel.Corpus.Articles.SelectMany(a => a.Stances).Select(s => s.Issue).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(labelled, model.Background.Select(i => i.Id).Order(StringComparer.Ordinal));
        using var memory = new MemoryStream();
        model.Save(memory);
        memory.Position = 0;
        Assert.Equal(IssueFile.Write(model.Background), IssueFile.Write(StanceModel.Load(memory).Background));
    }

    [Fact]
    public void An_id_with_white_space_that_was_given_in_code_does_not_keep_a_model_from_being_loaded()
    {
        var model = TrainedModel.Model;
        Issue[] background = [.. model.Background.Select(i => i with { Id = "my " + i.Id })];
        using var memory = new MemoryStream();
        new StanceModel(model.Manifest, model.Data, model.Weights, background, model.Stances, model.Sentiments).Save(memory);
        memory.Position = 0;
        Assert.Equal(background.Select(i => i.Id), StanceModel.Load(memory).Background.Select(i => i.Id));
    }

    [Fact]
    public void A_loaded_model_says_the_same_about_itself()
    {
        var loaded = StanceModel.Load(TrainedModel.Path).Manifest;
        var trained = TrainedModel.Model.Manifest;
        Assert.Equal(trained.Metrics, loaded.Metrics);
        Assert.Equal(trained.Sources, loaded.Sources);
        Assert.Equal(trained with { Sources = loaded.Sources, Metrics = loaded.Metrics, Packages = loaded.Packages, Options = loaded.Options }, loaded);
    }

    private static string Refuse(byte[] bytes) => Assert.Throws<FormatException>(() => StanceModel.Load(new MemoryStream(bytes))).Message;

    [Theory]
    [InlineData("{}", "the manifest has no format version")]
    [InlineData("[]", "the manifest has no format version")]
    [InlineData("{\"manifest\": {\"formatVersion\": 1.5}}", "the manifest has no format version")]
    [InlineData("{\"manifest\": {\"formatVersion\": 0}}", "found model format 0; allowed: 1")]
    [InlineData("{", "the model is damaged")]
    public void A_manifest_that_is_none_is_refused(string manifest, string message) => Assert.StartsWith("model: " + message, Refuse(ZipEdit.Of(("manifest.json", Encoding.UTF8.GetBytes(manifest)))));

    [Fact]
    public void A_model_of_other_features_is_refused() => Assert.Contains("found feature schema 0; allowed:",
        Refuse(ZipEdit.Edit(TrainedModel.Path, "manifest.json", json => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json).Replace(TrainedModel.Model.Manifest.FeatureSchema, "0", StringComparison.Ordinal)))));

    [Fact]
    public void A_failed_save_leaves_nothing()
    {
        using var tool = new StanceTool();
        tool.Write("file", "x");
        Assert.ThrowsAny<IOException>(() => TrainedModel.Model.Save(Path.Combine(tool.Folder, "file", "model.zip")));
        Assert.Equal(["file"], tool.Entries);
    }
}
