namespace Stance.Tests;

public class CorpusAdditionTests
{
    private static readonly IssueCatalog Issues = IssueCatalog.Of(Synthetic.Issue("x"), Synthetic.Issue("y"));

    private static LabelledArticle Labelled(string id, string text, params (string Actor, StanceLabel Stance)[] stances) => Synthetic.Labelled(id, text, [.. stances.Select(s => Synthetic.Gold(s.Actor, "x", s.Stance, text[..4]))]);

    private static readonly string Long = Synthetic.Words(0, 60), Other = Synthetic.Words(200, 60);

    private static LabelledCorpus Corpus(params LabelledArticle[] articles) => LabelledCorpus.Of(articles, Issues);

    private static List<(AdditionKind, string)> Kinds(CorpusAddition addition) => [.. addition.Findings.Select(f => (f.Kind, f.Article))];

    [Fact]
    public void Articles_that_are_new_are_added_at_the_end()
    {
        var addition = CorpusAddition.Of(Corpus(Labelled("a", Long, ("RUS", StanceLabel.Favor))), Corpus(Labelled("b", Other, ("RUS", StanceLabel.Against))));
        Assert.Equal(["a", "b"], addition.Corpus.Articles.Select(a => a.Article.Id));
        Assert.Empty(addition.Findings);
    }

    [Fact]
    public void A_corrected_article_takes_the_place_of_the_one_of_its_id_and_contradictions_are_told()
    {
        var old = Labelled("a", Long, ("RUS", StanceLabel.Favor), ("USA", StanceLabel.Favor), ("CHN", StanceLabel.Neutral));
        var corrected = Labelled("a", Long, ("RUS", StanceLabel.Against), ("CHN", StanceLabel.Neutral), ("FRA", StanceLabel.Favor));
        var addition = CorpusAddition.Of(Corpus(old, Labelled("b", Other)), Corpus(corrected));
        Assert.Equal(["b", "a"], addition.Corpus.Articles.Select(a => a.Article.Id));
        Assert.Equal(corrected.Stances, addition.Corpus.Articles[1].Stances);
        Assert.Equal(
        [
            "article 'a' is in the corpus already; the added one takes its place",
            "RUS on 'x' is against in article 'a' and favor in 'a' of the corpus",
            "FRA on 'x' is favor in article 'a' and none in 'a' of the corpus",
            "USA on 'x' is none in article 'a' and favor in 'a' of the corpus",
        ], addition.Findings.Select(f => f.Message));
    }

    [Fact]
    public void The_same_text_under_another_id_is_a_duplicate_and_much_the_same_text_a_near_duplicate()
    {
        var earlier = Corpus(Labelled("a", Long, ("RUS", StanceLabel.Favor)), Labelled("b", Other, ("RUS", StanceLabel.Favor)));
        var addition = CorpusAddition.Of(earlier, Corpus(Labelled("a2", Long, ("RUS", StanceLabel.Favor)), Labelled("b2", Other + " more", ("RUS", StanceLabel.Against))));
        Assert.Equal(["b", "a2", "b2"], addition.Corpus.Articles.Select(a => a.Article.Id));
        Assert.Equal([(AdditionKind.Replaced, "a2"), (AdditionKind.NearDuplicate, "b2"), (AdditionKind.Contradiction, "b2")], Kinds(addition));
    }

    [Fact]
    public void Copies_among_the_added_ones_are_told_once()
    {
        var addition = CorpusAddition.Of(Corpus(Labelled("a", Synthetic.Words(400, 60))), Corpus(Labelled("b", Long), Labelled("c", Long + " more")));
        Assert.Equal([(AdditionKind.NearDuplicate, "c")], Kinds(addition));
    }

    [Fact]
    public void What_is_tested_on_must_not_be_added()
    {
        var heldOut = Corpus(Labelled("t", Long + " more", ("RUS", StanceLabel.Favor)) with { Split = "test-unseen" });
        var addition = CorpusAddition.Of(Corpus(), Corpus(Labelled("a", Long), Labelled("b", Other, ("USA", StanceLabel.Favor)), Labelled("c", Synthetic.Words(400, 60)) with { Split = "test" }), heldOut);
        Assert.Equal([(AdditionKind.Leakage, "a"), (AdditionKind.Leakage, "b"), (AdditionKind.Leakage, "c")], Kinds(addition));
        Assert.Contains("shares", addition.Findings[0].Message);
        Assert.Contains("issue 'x', which is kept unseen", addition.Findings[1].Message);
        Assert.Contains("split 'test'", addition.Findings[2].Message);
    }

    [Fact]
    public void Guesses_that_nobody_looked_at_are_told()
    {
        var suggested = LabelledJson.Parse("""{"id": "s", "text": "some words", "reviewed": false, "stances": []}""");
        Assert.Equal([(AdditionKind.Unreviewed, "s")], Kinds(CorpusAddition.Of(Corpus(), Corpus(suggested))));
        Assert.Empty(CorpusAddition.Of(Corpus(), Corpus(LabelledJson.Parse("""{"id": "s", "text": "some words", "reviewed": true, "stances": []}"""))).Findings);
    }

    [Fact]
    public void On_issues_that_only_the_other_corpus_defines_an_article_is_unknown_never_negative()
    {
        LabelledCorpus one = LabelledCorpus.Of([Labelled("a", Long)], IssueCatalog.Of(Synthetic.Issue("x"))), two = LabelledCorpus.Of([Labelled("b", Other)], IssueCatalog.Of(Synthetic.Issue("x"), Synthetic.Issue("z")));
        var both = CorpusAddition.Of(one, two).Corpus;
        Assert.True(both.Articles[0].IsLabelledFor("x"));
        Assert.False(both.Articles[0].IsLabelledFor("z"));
        Assert.True(both.Articles[1].IsLabelledFor("z"));
    }

    [Fact]
    public void A_corpus_is_read_again_from_its_sources_and_only_if_they_are_the_same()
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("one/rows.jsonl", Samples.Labelled + "\n");
        tool.Write("one/issues.json", Samples.Issues);
        tool.Write("two.jsonl", Samples.Labelled.Replace("\"l1\"", "\"l2\"", StringComparison.Ordinal).Replace("موسكو", "روسيا", StringComparison.Ordinal) + "\n" + Samples.Labelled.Replace("against", "favor", StringComparison.Ordinal) + "\n");
        string At(string name) => Path.Combine(tool.Folder, name);
        var both = CorpusAddition.Of(LabelledCorpus.Read(At("one")), LabelledCorpus.Read(At("two.jsonl"))).Corpus;
        // l1 of the second takes the place of the first's.
        Assert.Equal([(At("one"), 1), (At("two.jsonl"), 2)], both.Sources.Select(s => (s.Path, s.Articles)));
        Assert.Equal(["l2", "l1"], both.Articles.Select(a => a.Article.Id));
        Assert.Equal(both.Hash, LabelledCorpus.Restore(both.Sources, null).Hash);
        // Relative to another folder, such as the model's.
        Assert.Equal(both.Hash, LabelledCorpus.Restore([both.Sources[0] with { Path = "one" }, both.Sources[1] with { Path = "two.jsonl" }], tool.Folder).Hash);
        tool.Write("one/rows.jsonl", Samples.Labelled.Replace("against", "neutral", StringComparison.Ordinal) + "\n");
        var error = Assert.Throws<FormatException>(() => LabelledCorpus.Restore(both.Sources, null));
        Assert.Contains("that the model was trained on", error.Message);
        Directory.Delete(At("one"), recursive: true);
        Assert.ThrowsAny<IOException>(() => LabelledCorpus.Restore(both.Sources, null));
    }

    [Fact]
    public void A_split_is_a_source_and_a_choice_of_articles_is_none()
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("rows.jsonl", Samples.Labelled.Replace("\"text\"", "\"split\": \"train\", \"text\"", StringComparison.Ordinal) + "\n" + Samples.Labelled.Replace("\"l1\"", "\"l2\", \"split\": \"test\"", StringComparison.Ordinal) + "\n");
        var corpus = LabelledCorpus.Read(Path.Combine(tool.Folder, "rows.jsonl"));
        var train = corpus.OfSplit("train");
        Assert.Equal(("train", train.Hash, 1), (train.Sources[0].Split, train.Sources[0].Hash, train.Sources[0].Articles));
        Assert.Equal(train.Hash, LabelledCorpus.Restore(train.Sources, null).Hash);
        Assert.Empty(corpus.Where(a => a.Article.Id == "l1").Sources);
    }
}
