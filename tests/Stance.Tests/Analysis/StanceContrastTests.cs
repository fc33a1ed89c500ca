namespace Stance.Tests;

public class StanceContrastTests
{
    private static StanceMatrix Matrix() => Results.Matrix(("RUS", "x", 0.5), ("USA", "x", -0.5), ("RUS", "y", 0.9), ("USA", "y", 0.4), ("USA", "only-us", 1), ("RUS", "only-ru", -1), ("FRA", "z", 1));

    [Fact]
    public void The_widest_apart_come_first_and_those_of_one_alone_last()
    {
        var contrast = StanceContrast.Of(Matrix(), "RUS", "USA")!;
        Assert.Equal(["x", "y", "only-ru", "only-us"], contrast.Rows.Select(r => r.Issue.Id));
        Assert.Equal(1, contrast.Rows[0].Difference!.Value.Value, 12);
        Assert.Equal(0.5, contrast.Rows[1].Difference!.Value.Value, 12);
        Assert.Null(contrast.Rows[2].Difference);
        Assert.Null(contrast.Rows[2].Second);
        Assert.Equal([true, false, false, false], contrast.Rows.Select(r => r.Opposed));
        Assert.Null(contrast.Agreement);
        Assert.Equal(("RUS", "USA"), (contrast.First.Code, contrast.Second.Code));
    }

    [Fact]
    public void Turned_round_it_says_the_opposite()
    {
        var contrast = StanceContrast.Of(Matrix(), "USA", "RUS")!;
        Assert.Equal(-1, contrast.Rows[0].Difference!.Value.Value, 12);
        Assert.Equal("USA", contrast.First.Code);
    }

    [Fact]
    public void The_evidence_shown_is_that_which_divides()
    {
        // Russia is against on the whole, but its most probable single stance is in favor.
        var matrix = StanceMatrix.From([
            Results.Of("1", 0, null, Synthetic.Stance("RUS", "x", StanceLabel.Favor, 0.9)),
            Results.Of("2", 1, null, Synthetic.Stance("RUS", "x", StanceLabel.Against, 0.8)),
            Results.Of("3", 2, null, Synthetic.Stance("RUS", "x", StanceLabel.Against, 0.7)),
            Results.Of("4", 3, null, Synthetic.Stance("USA", "x", StanceLabel.Favor, 0.7))]);
        var row = Assert.Single(StanceContrast.Of(matrix, "RUS", "USA")!.Rows);
        Assert.Equal(("2", "4"), (row.FirstEvidence!.Value.Article.Id, row.SecondEvidence!.Value.Article.Id));
        // (.9 - .8 - .7) / 2.4 = -.25 less 1.
        Assert.Equal(-1.25, row.Difference!.Value.Value, 12);
        Assert.Equal((-2, 0), (row.Difference.Value.Low, row.Difference.Value.High));
    }

    [Fact]
    public void Agreement_comes_with_three_shared_issues()
    {
        var contrast = StanceContrast.Of(Results.Matrix(("USA", "x", 1), ("USA", "y", 1), ("USA", "z", 1), ("RUS", "x", 1), ("RUS", "y", 0), ("RUS", "z", -1)), "USA", "RUS")!;
        Assert.Equal(0.5, contrast.Agreement!.Value, 12);
        Assert.Equal("RUS", contrast.Agreement.First.Code);
    }

    [Fact]
    public void Who_has_no_cell_cannot_be_compared_and_none_with_itself()
    {
        Assert.Null(StanceContrast.Of(Matrix(), "RUS", "JPN"));
        Assert.Contains("two different", Assert.Throws<ArgumentException>(() => StanceContrast.Of(Matrix(), "RUS", "RUS")).Message);
    }

    [Fact]
    public void What_is_missing_is_empty_in_the_CSV()
    {
        var lines = Results.Csv(StanceContrast.Of(Matrix(), "RUS", "USA")!.WriteCsv).Split('\n');
        Assert.Equal("issue,first,second,score_first,score_second,difference,low,high,n_first,n_second,opposed,article_first,evidence_first,article_second,evidence_second", lines[0]);
        Assert.Equal("x,RUS,USA,0.5,-0.5,1,1,1,1,1,true,a00,RUS on x,a01,USA on x", lines[1]);
        Assert.Equal("only-ru,RUS,USA,-1,,,,,1,0,false,a05,RUS on only-ru,,", lines[3]);
    }
}
