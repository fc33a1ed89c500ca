namespace Stance.Tests;

public class GroupAgreementTests
{
    private static IReadOnlyDictionary<string, IReadOnlyDictionary<(string Actor, string Issue), StanceLabel>> Pass(string articles, params (string Article, string Issue, StanceLabel Stance)[] rows) =>
        articles.Split(' ').ToDictionary(a => a, a => (IReadOnlyDictionary<(string, string), StanceLabel>)rows.Where(r => r.Article == a).ToDictionary(r => ("FRA", r.Issue), r => r.Stance));

    [Fact]
    public void Of_three_annotators_pair_F1_is_the_mean_of_twos()
    {
        var one = Pass("a b", ("a", "x", StanceLabel.Favor), ("a", "y", StanceLabel.Against));
        var two = Pass("a b", ("a", "x", StanceLabel.Favor));
        var three = Pass("a", ("a", "x", StanceLabel.Against), ("a", "y", StanceLabel.Against));
        var agreement = GroupAgreement.Of([one, two, three]);
        // One and two: 1 pair of 2 + 1; one and three: 2 of 2 + 2; two and three: 1 of 1 + 2.
        Assert.Equal((2 / 3.0 + 1 + 2 / 3.0) / 3, agreement.PairF1, 12);
        // Triples: 1 of 3; only y of 4; none.
        Assert.Equal((2 / 3.0 + 2 / 4.0 + 0) / 3, agreement.TripleF1, 12);
        Assert.Equal((3, 2, 2), (agreement.Annotators, agreement.Articles, agreement.SharedPairs));
        // Units favor favor against, against against: n = 5, observed 2 · 1 / 2 + 1 · 2 / 2 = 2, expected (2 · 3 + 3 · 2) / 4 = 3.
        Assert.Equal(1 - 2 / 3.0, agreement.Alpha!.Value, 12);
        // With none, the second unit is against against none: observed 2 + 2, n = 6, expected (2 · 4 + 3 · 3 + 1 · 5) / 5 = 4.4.
        Assert.Equal(1 - 4 / 4.4, agreement.AlphaWithNone!.Value, 12);
    }

    [Fact]
    public void An_article_that_one_annotator_did_not_label_is_missing_not_disagreement()
    {
        var one = Pass("a b", ("a", "x", StanceLabel.Favor), ("b", "x", StanceLabel.Against));
        Assert.Equal((1, 1, 1.0), (GroupAgreement.Of([one, Pass("a", ("a", "x", StanceLabel.Favor))]) is var agreement ? (agreement.PairF1, agreement.Articles, agreement.AlphaWithNone!.Value) : default));
    }

    [Fact]
    public void Who_shares_no_article_shares_nothing()
    {
        var agreement = GroupAgreement.Of([Pass("a", ("a", "x", StanceLabel.Favor)), Pass("b", ("b", "x", StanceLabel.Favor))]);
        Assert.Equal((0, null, null), (agreement.Articles, agreement.Alpha, agreement.AlphaWithNone));
        Assert.Contains("found 1 annotators; allowed: at least 2", Assert.Throws<ArgumentException>(() => GroupAgreement.Of([Pass("a")])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_takes_more_than_two_files()
    {
        using var tool = new StanceTool();
        tool.Write("1.tsv", "a\tFRA\tx\tfavor\na\tFRA\ty\tagainst\n");
        tool.Write("2.tsv", "a\tFRA\tx\tfavor\n");
        tool.Write("3.tsv", "a\tFRA\tx\tagainst\na\tFRA\ty\tagainst\n");
        var run = tool.Run("corpus", "agreement", "1.tsv", "2.tsv", "3.tsv");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("pair F1          0.778 (mean of twos)", run.Out, StringComparison.Ordinal);
        Assert.Contains("Krippendorff     0.333 on 2 shared pairs, 0.091 with no label as a value", run.Out, StringComparison.Ordinal);
        Assert.Contains("4.tsv: no such file", tool.Run("corpus", "agreement", "1.tsv", "2.tsv", "4.tsv").Error, StringComparison.Ordinal);
    }
}
