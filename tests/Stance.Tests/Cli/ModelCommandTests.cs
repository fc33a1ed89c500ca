using System.Text;
using System.Text.Json.Nodes;

namespace Stance.Tests;

public class ModelCommandTests
{
    [Fact]
    public void Show_prints_the_manifest()
    {
        using var tool = new StanceTool();
        var run = tool.Run("model", "show", TrainedModel.Path);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"corpus           {TrainedModel.Corpus.Hash}\n", run.Out);
        Assert.Contains("option           folds 2\n", run.Out);
        var json = JsonNode.Parse(tool.Run("model", "show", "shipped", "--format", "json").Out)!;
        Assert.Equal(StanceModel.Default.Manifest.CorpusHash, (string?)json["corpusHash"]);
    }

    [Fact]
    public void Card_and_export_write_their_files()
    {
        using var tool = new StanceTool();
        Assert.Equal(0, tool.Run("model", "card", TrainedModel.Path, "--format", "html", "--out", "card.html").ExitCode);
        Assert.StartsWith("<!DOCTYPE html>", tool.Read("card.html"));
        var run = tool.Run("model", "export", TrainedModel.Path, "--out", "ml.zip");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("PairFeatures (", run.Out);
        Assert.Equal(["card.html", "ml.zip"], tool.Entries);
        // What ML.NET reads is no model of ours, and is told so.
        var refused = tool.Run("model", "show", "ml.zip");
        Assert.Equal((2, ""), (refused.ExitCode, refused.Out));
        Assert.Equal("stance: ml.zip: found a zip without manifest.json; allowed: a model written by stance\n", refused.Error);
    }

    /// <summary>Format 1 is all that there is. Files of before the manifest knew its sources, as the shipped one, are of it and load.</summary>
    [Fact]
    public void A_model_of_before_sources_were_recorded_loads()
    {
        var old = ZipEdit.Edit(TrainedModel.Path, "manifest.json", json =>
        {
            var root = JsonNode.Parse(json)!;
            Assert.True(root["manifest"]!.AsObject().Remove("sources"));
            return Encoding.UTF8.GetBytes(root.ToJsonString());
        });
        var manifest = StanceModel.Load(new MemoryStream(old)).Manifest;
        Assert.Equal((1, TrainedModel.Corpus.Hash), (manifest.FormatVersion, manifest.CorpusHash));
        Assert.Empty(manifest.Sources);
        Assert.Equal(1, StanceModel.Default.Manifest.FormatVersion);
    }

    [Fact]
    public void A_damaged_model_is_refused_by_every_command()
    {
        using var tool = new StanceTool();
        tool.Write("bad.zip", ZipEdit.Edit(TrainedModel.Path, "stances.bin", bytes => [.. bytes.Reverse()]));
        foreach (var arguments in (string[][])[["show", "bad.zip"], ["card", "bad.zip"], ["export", "bad.zip", "--out", "ml.zip"]])
        {
            var run = tool.Run(["model", .. arguments]);
            Assert.Equal(2, run.ExitCode);
            Assert.Equal("stance: bad.zip: 'stances.bin' is damaged (its checksum differs from the manifest's); allowed: a model written by stance\n", run.Error);
        }
        Assert.Equal(["bad.zip"], tool.Entries);
    }

    /// <summary>An entry may be listed with a good checksum and still be none of a model: a type to load, a path that climbs out.</summary>
    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("/etc/evil")]
    [InlineData("lexicons/../../evil.tsv")]
    [InlineData("TransformerChain/Transform_000/Model.key")]
    [InlineData("evil.dll")]
    public void An_entry_that_no_model_has_is_refused_though_the_manifest_lists_it(string name)
    {
        var content = "x"u8.ToArray();
        using var tool = new StanceTool();
        tool.Write("bad.zip", ZipEdit.Edit(TrainedModel.Path, "manifest.json", json =>
        {
            var root = JsonNode.Parse(json)!;
            root["sha256"]![name] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
            return Encoding.UTF8.GetBytes(root.ToJsonString());
        }));
        var bytes = ZipEdit.Add(Path.Combine(tool.Folder, "bad.zip"), name, content);
        var error = Assert.Throws<FormatException>(() => StanceModel.Load(new MemoryStream(bytes)));
        Assert.StartsWith($"model: found '{name}', which is no part of a model; allowed: ", error.Message);
    }
}
