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

    /// <summary>Articles of which some speak of Russia, some of America and some of both, as the number says.</summary>
    private static ArticleStances[] Mixed() => [.. Enumerable.Range(0, 12).Select(i => Results.Of($"m{i:00}", i, null,
        [.. (i % 3 != 0 ? [Says("RUS", i % 5)] : Array.Empty<ActorStance>()), .. (i % 4 != 0 ? [Says("USA", i % 7)] : Array.Empty<ActorStance>())]))];

    private static ActorStance Says(string actor, int n) => Synthetic.Stance(actor, "x", StanceLabel.Favor, 0.5, new StanceProbabilities(0.1 * n, 0.6 - 0.1 * n, 0.1, 0.3 - 0.02 * n));

    [Fact]
    public void Both_are_scored_on_the_same_draw()
    {
        // Whatever is drawn, an article that has both for or both against moves both alike.
        var together = StanceMatrix.From(Enumerable.Range(0, 8).Select(i => i % 2 == 0 ? StanceLabel.Favor : StanceLabel.Against)
            .Select((stance, i) => Results.Of($"{i}", i, null, Synthetic.Stance("RUS", "x", stance, 0.9), Synthetic.Stance("USA", "x", stance, 0.9))));
        Assert.Equal(new Estimate(0, 0, 0), Assert.Single(StanceContrast.Of(together, "RUS", "USA")!.Rows).Difference);
        // In articles of their own they vary apart.
        var apart = StanceMatrix.From(Enumerable.Range(0, 16).Select(i => Results.Sure($"{i}", i, null, i < 8 ? "RUS" : "USA", "x", i % 2 == 0 ? StanceLabel.Favor : StanceLabel.Against)));
        var difference = Assert.Single(StanceContrast.Of(apart, "RUS", "USA")!.Rows).Difference!.Value;
        Assert.True(difference is { Value: 0, Low: < -0.5, High: > 0.5 });
    }

    [Fact]
    public void Turned_round_the_interval_is_turned_round()
    {
        var matrix = StanceMatrix.From(Mixed());
        var (one, other) = (Assert.Single(StanceContrast.Of(matrix, "RUS", "USA")!.Rows).Difference!.Value, Assert.Single(StanceContrast.Of(matrix, "USA", "RUS")!.Rows).Difference!.Value);
        Assert.True(one.Low < one.Value && one.Value < one.High);
        Assert.Equal((one.Value, one.Low, one.High), (-other.Value, -other.High, -other.Low));
    }

    [Fact]
    public void It_does_not_depend_on_the_order_of_the_articles()
    {
        var expected = Results.Csv(StanceContrast.Of(StanceMatrix.From(Mixed()), "RUS", "USA")!.WriteCsv);
        for (var seed = 0; seed < 5; seed++)
            Assert.Equal(expected, Results.Csv(StanceContrast.Of(StanceMatrix.From(Results.Shuffled(Mixed(), seed)), "RUS", "USA")!.WriteCsv));
    }
}
