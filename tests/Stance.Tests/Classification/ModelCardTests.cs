namespace Stance.Tests;

public class ModelCardTests
{
    [Fact]
    public void The_card_has_the_sections_of_Mitchell_et_al()
    {
        string[] titles = ["Model details", "Intended use", "Factors", "Metrics", "Evaluation data", "Training data", "Quantitative analyses", "Ethical considerations", "Caveats and recommendations"];
        var card = ModelCard.Of(TrainedModel.Model.Manifest);
        Assert.Equal(titles, card.ToMarkdown().Split('\n').Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..]));
        Assert.All(titles, t => Assert.Contains($"<h2>{t}</h2>", card.ToHtml()));
        Assert.Contains($"| SHA-256 of the corpus | {TrainedModel.Corpus.Hash} |", card.ToMarkdown());
        foreach (var (name, value) in TrainedModel.Model.Manifest.Metrics)
            Assert.Contains(FormattableString.Invariant($"| {name} | {value:0.####} |"), card.ToMarkdown());
    }

    [Fact]
    public void What_a_manifest_says_is_escaped()
    {
        var manifest = TrainedModel.Model.Manifest with { LibraryVersion = "<script>alert(1)</script> | x\n# y [l](u) \u202E", Sources = [new CorpusSource("a|b/<i>", "train", "0123456789abcdef", 2)] };
        var card = ModelCard.Of(manifest);
        Assert.DoesNotContain("<script>", card.ToHtml());
        Assert.Contains("&lt;script&gt;", card.ToHtml());
        Assert.DoesNotContain("<script>", card.ToMarkdown());
        Assert.Contains("| Library | &lt;script&gt;alert(1)&lt;/script&gt; \\| x # y \\[l\\](u) \u202E |", card.ToMarkdown());
        Assert.Contains("a\\|b/&lt;i&gt; (split train): 2 articles", card.ToMarkdown());
    }
}
