namespace Stance.Tests;

public class AnnotatorAgreementTests
{
    private static Dictionary<string, IReadOnlyDictionary<(string Actor, string Issue), StanceLabel>> Pass(params (string Article, string Issue, StanceLabel Stance)[] rows) =>
        rows.GroupBy(r => r.Article).ToDictionary(g => g.Key, g => (IReadOnlyDictionary<(string, string), StanceLabel>)g.ToDictionary(r => ("FRA", r.Issue), r => r.Stance));

    [Fact]
    public void Kappa_is_that_of_the_textbook_table()
    {
        // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: observed agreement .7, by chance .5, kappa .4.
        var (first, second) = (new List<(string, string, StanceLabel)>(), new List<(string, string, StanceLabel)>());
        void Add(int count, StanceLabel one, StanceLabel two)
        {
            for (var i = 0; i < count; i++)
            {
                first.Add(("a", $"issue-{first.Count}", one));
                second.Add(("a", $"issue-{second.Count}", two));
            }
        }
        Add(20, StanceLabel.Favor, StanceLabel.Favor);
        Add(5, StanceLabel.Favor, StanceLabel.Against);
        Add(10, StanceLabel.Against, StanceLabel.Favor);
        Add(15, StanceLabel.Against, StanceLabel.Against);
        var agreement = AnnotatorAgreement.Of(Pass([.. first]), Pass([.. second]));
        Assert.Equal(0.4, agreement.Kappa, 12);
        Assert.Equal(50, agreement.SharedPairs);
        Assert.Equal(1, agreement.PairF1);
        Assert.Equal(0.7, agreement.TripleF1, 12);
    }

    [Fact]
    public void Pairs_that_only_one_labelled_lower_the_F1_and_not_kappa()
    {
        var agreement = AnnotatorAgreement.Of(Pass(("a", "x", StanceLabel.Favor), ("a", "y", StanceLabel.Against)), Pass(("a", "x", StanceLabel.Favor), ("a", "z", StanceLabel.Against), ("a", "w", StanceLabel.Favor)));
        Assert.Equal(2.0 * 1 / 5, agreement.PairF1, 12);
        Assert.Equal(1, agreement.Kappa);
    }

    [Fact]
    public void Articles_that_only_one_labelled_are_left_out()
    {
        var agreement = AnnotatorAgreement.Of(Pass(("a", "x", StanceLabel.Favor), ("b", "x", StanceLabel.Favor)), Pass(("a", "x", StanceLabel.Favor)));
        Assert.Equal((1, 1, 1, 1.0), (agreement.Articles, agreement.First, agreement.Second, agreement.PairF1));
    }

    [Fact]
    public void Files_are_read_and_bad_rows_named()
    {
        using var tool = new StanceTool();
        tool.Write("first.tsv", "# who said what\na\tFRA\tx\tfavor\na\tRUS\tx\tagainst\nb\t-\t-\t-\n");
        tool.Write("second.tsv", "a\tFRA\tx\tfavor\nb\t-\t-\t-\n");
        var run = tool.Run("corpus", "agreement", "first.tsv", "second.tsv");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("articles         2", run.Out, StringComparison.Ordinal);
        Assert.Contains("pair F1          0.667", run.Out, StringComparison.Ordinal);
        tool.Write("second.tsv", "a\tFRA\tx\tpro\n");
        run = tool.Run("corpus", "agreement", "first.tsv", "second.tsv");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("second.tsv(1): stance 'pro'; allowed: favor, against, neutral", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_two_passes_over_the_shipped_corpus_agree()
    {
        var folder = Path.Combine(SharedData.Repository, "training-data", "passes");
        var agreement = AnnotatorAgreement.Read(Path.Combine(folder, "first.tsv"), Path.Combine(folder, "second.tsv"));
        Assert.True(agreement.Articles >= 1000);
        Assert.InRange(agreement.Kappa, 0.9, 1);
        Assert.InRange(agreement.PairF1, 0.9, 1);
    }
}
