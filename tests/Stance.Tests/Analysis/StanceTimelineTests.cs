namespace Stance.Tests;

public class StanceTimelineTests
{
    private static DateOnly Day(int month, int day, int year = 2018) => new(year, month, day);

    /// <summary>Five articles for in January and February, five against from May on.</summary>
    private static ArticleStances[] Turn() =>
    [
        .. Enumerable.Range(0, 5).Select(i => Results.Sure($"b{i}", i, Day(1 + i / 3, 1 + 5 * i), "RUS", "x", StanceLabel.Favor)),
        .. Enumerable.Range(0, 5).Select(i => Results.Sure($"a{i}", 5 + i, Day(5, 2 + i), "RUS", "x", StanceLabel.Against)),
    ];

    [Fact]
    public void A_point_is_the_mean_of_its_window()
    {
        ArticleStances[] articles =
        [
            // (.6 - .2) / .8 = .5 with weight .8; -1 with weight .4.
            Results.Of("1", 0, Day(3, 1), Synthetic.Stance("RUS", "x", StanceLabel.Favor, 0.6, new StanceProbabilities(0.6, 0.2, 0, 0.2))),
            Results.Of("2", 1, Day(3, 31), Synthetic.Stance("RUS", "x", StanceLabel.Against, 0.4, new StanceProbabilities(0, 0.4, 0, 0.6))),
            Results.Sure("3", 2, Day(5, 1), "RUS", "x", StanceLabel.Against),
            Results.Sure("4", 3, Day(3, 5), "USA", "x", StanceLabel.Favor),
            Results.Sure("5", 4, Day(3, 5), "RUS", "y", StanceLabel.Favor),
            Results.Sure("6", 5, null, "RUS", "x", StanceLabel.Favor),
        ];
        var timeline = StanceTimeline.From(articles, "RUS", "x")!;
        Assert.Equal(("RUS", "x", 1), (timeline.Actor.Code, timeline.Issue.Id, timeline.Undated));
        // No point for April.
        Assert.Equal([(Day(3, 1), Day(3, 31), 2), (Day(5, 1), Day(5, 31), 1)], timeline.Points.Select(p => (p.First, p.Last, p.Count)));
        Assert.Equal((0.5 * 0.8 - 1 * 0.4) / 1.2, timeline.Points[0].Score, 12);
        Assert.Equal((-1, 0.5), (timeline.Points[0].Low, Math.Round(timeline.Points[0].High, 12)));
        Assert.Equal(["1", "2"], timeline.Points[0].Evidence.Select(e => e.Article.Id));
        Assert.Empty(timeline.Changes);
    }

    [Theory]
    [InlineData(TimelineWindow.Day, "2018-08-15", "2018-08-15")]
    [InlineData(TimelineWindow.Week, "2018-08-13", "2018-08-19")] // Monday to Sunday
    [InlineData(TimelineWindow.Month, "2018-08-01", "2018-08-31")]
    [InlineData(TimelineWindow.Quarter, "2018-07-01", "2018-09-30")]
    [InlineData(TimelineWindow.Year, "2018-01-01", "2018-12-31")]
    public void Windows_follow_the_calendar(TimelineWindow window, string first, string last)
    {
        var timeline = StanceTimeline.From([Results.Sure("1", 0, Day(8, 15), "RUS", "x", StanceLabel.Favor)], "RUS", "x", new TimelineOptions { Window = window })!;
        Assert.Equal((first, last), (FrameCsv.Day(timeline.Points[0].First), FrameCsv.Day(timeline.Points[0].Last)));
    }

    [Theory]
    [InlineData(TimelineWindow.Week)]
    [InlineData(TimelineWindow.Month)]
    [InlineData(TimelineWindow.Quarter)]
    [InlineData(TimelineWindow.Year)]
    public void The_ends_of_the_calendar_are_days_too(TimelineWindow window)
    {
        var timeline = StanceTimeline.From([Results.Sure("1", 0, DateOnly.MinValue, "RUS", "x", StanceLabel.Favor), Results.Sure("2", 1, DateOnly.MaxValue, "RUS", "x", StanceLabel.Favor)], "RUS", "x", new TimelineOptions { Window = window })!;
        Assert.Equal((DateOnly.MinValue, DateOnly.MaxValue), (timeline.Points[0].First, timeline.Points[1].Last));
    }

    [Fact]
    public void A_change_names_its_day_and_the_articles_on_both_sides()
    {
        var change = Assert.Single(StanceTimeline.From(Turn(), "RUS", "x")!.Changes);
        Assert.Equal((Day(5, 2), 1, -1), (change.Day, change.Before, change.After));
        // Of the 252 ways to lay out five and five, two set them apart: p = .008; a permutation more or less.
        Assert.InRange(change.PValue, 0.001, 0.02);
        Assert.Equal(["b4", "b3", "b2"], change.LastBefore.Select(e => e.Article.Id));
        Assert.Equal(["a0", "a1", "a2"], change.FirstAfter.Select(e => e.Article.Id));
    }

    [Fact]
    public void Two_changes_are_found_in_order()
    {
        var back = Enumerable.Range(0, 6).Select(i => Results.Sure($"c{i}", 12 + i, Day(9, 1 + i), "RUS", "x", StanceLabel.Favor));
        Assert.Equal([Day(5, 2), Day(9, 1)], StanceTimeline.From(Turn().Concat(back), "RUS", "x")!.Changes.Select(c => c.Day));
    }

    [Fact]
    public void To_and_fro_is_no_change()
    {
        var articles = Enumerable.Range(0, 12).Select(i => Results.Sure($"{i:00}", i, Day(1, 1 + i), "RUS", "x", i % 2 == 0 ? StanceLabel.Favor : StanceLabel.Against));
        Assert.Empty(StanceTimeline.From(articles, "RUS", "x")!.Changes);
    }

    [Fact]
    public void Articles_of_one_day_are_not_torn_apart()
    {
        var articles = Enumerable.Range(0, 12).Select(i => Results.Sure($"{i:00}", i, Day(1, 1), "RUS", "x", i < 6 ? StanceLabel.Favor : StanceLabel.Against));
        Assert.Empty(StanceTimeline.From(articles, "RUS", "x")!.Changes);
    }

    [Fact]
    public void A_wire_copy_counts_once_on_its_first_day()
    {
        var wire = Results.Sure("b", 0, Day(4, 30), "RUS", "x", StanceLabel.Favor);
        var copy = wire with { Article = wire.Article with { Id = "a", Published = Day(5, 1), Text = wire.Article.Text + " extra" } };
        var point = Assert.Single(StanceTimeline.From([copy, wire], "RUS", "x")!.Points);
        Assert.Equal((Day(4, 1), 1, "b"), (point.First, point.Count, point.Evidence[0].Article.Id));
    }

    [Fact]
    public void No_evidence_is_null_and_undated_evidence_has_no_points()
    {
        Assert.Null(StanceTimeline.From([], "RUS", "x"));
        Assert.Null(StanceTimeline.From(Turn(), "USA", "x"));
        var undated = StanceTimeline.From([Results.Sure("1", 0, null, "RUS", "x", StanceLabel.Favor)], "RUS", "x")!;
        Assert.Empty(undated.Points);
        Assert.Equal(0, undated.ToDataFrame().Rows.Count);
    }

    [Fact]
    public void Options_outside_their_range_are_refused()
    {
        foreach (var options in (TimelineOptions[])[new() { Significance = 0 }, new() { Significance = 0.0009 }, new() { Significance = 1 }, new() { Significance = double.NaN }, new() { MinimumArticles = 0 }, new() { Window = (TimelineWindow)9 }])
            Assert.Throws<ArgumentOutOfRangeException>(() => StanceTimeline.From([], "RUS", "x", options));
        // The least that 999 permutations can tell.
        Assert.Null(StanceTimeline.From([], "RUS", "x", new TimelineOptions { Significance = 0.001 }));
        Assert.Equal((TimelineWindow.Month, 0.05, 3, 1), (new TimelineOptions().Window, new TimelineOptions().Significance, new TimelineOptions().MinimumArticles, new TimelineOptions().Seed));
    }

    [Fact]
    public void It_does_not_depend_on_the_order_of_the_articles()
    {
        var articles = Turn().Concat(Enumerable.Range(0, 8).Select(i => Results.Of($"m{i}", 12 + i, Day(2 + i % 3, 3), Synthetic.Stance("RUS", "x", StanceLabel.Favor, 0.1 + i / 10.0, new StanceProbabilities(0.1 + i / 10.0, 0.05, 0.05, 0.8 - i / 10.0))))).ToArray();
        string Csv(ArticleStances[] some) => StanceTimeline.From(some, "RUS", "x") is { } t ? Results.Csv(t.WriteCsv) + string.Join(';', t.Changes.Select(c => (c.Day, c.Before, c.After, c.PValue, c.LastBefore[0].Article.Id, c.FirstAfter[0].Article.Id))) : "";
        var expected = Csv(articles);
        for (var seed = 0; seed < 10; seed++)
            Assert.Equal(expected, Csv(Results.Shuffled(articles, seed)));
    }

    [Fact]
    public void Frames_have_a_row_a_window_and_a_row_a_change()
    {
        var timeline = StanceTimeline.From(Turn(), "RUS", "x")!;
        Assert.StartsWith("actor,issue,first,last,score,low,high,n,article,evidence\nRUS,x,2018-01-01,2018-01-31,1,1,1,3,b0,worda\n", Results.Csv(timeline.WriteCsv));
        var changes = timeline.ChangesToDataFrame();
        Assert.Equal(("2018-05-02", 1.0, -1.0, "b4", "a0"), (changes["day"][0], changes["before"][0], changes["after"][0], changes["article_before"][0], changes["article_after"][0]));
    }

    [Fact]
    public void Both_sides_of_a_change_are_weighted_means()
    {
        // Before: five of weight .9 for and two of weight .3 against; after: five of weight .8 against.
        ArticleStances[] articles =
        [
            .. Enumerable.Range(0, 7).Select(i => Results.Of($"b{i}", i, Day(1, 1 + i), i is 2 or 4 ? Synthetic.Stance("RUS", "x", StanceLabel.Against, 0.3) : Synthetic.Stance("RUS", "x", StanceLabel.Favor, 0.9))),
            .. Enumerable.Range(0, 7).Select(i => Results.Of($"a{i}", 7 + i, Day(3, 1 + i), Synthetic.Stance("RUS", "x", StanceLabel.Against, 0.8))),
        ];
        var change = Assert.Single(StanceTimeline.From(articles, "RUS", "x")!.Changes);
        Assert.Equal(Day(3, 1), change.Day);
        Assert.Equal((5 * 0.9 - 2 * 0.3) / (5 * 0.9 + 2 * 0.3), change.Before, 12);
        Assert.Equal(-1, change.After, 12);
    }

    [Fact]
    public void A_side_with_too_few_articles_is_no_change()
    {
        // Three for in January, seventeen against after.
        var articles = Enumerable.Range(0, 20).Select(i => Results.Sure($"{i:00}", i, Day(1 + i / 3, 1 + i), "RUS", "x", i < 3 ? StanceLabel.Favor : StanceLabel.Against)).ToArray();
        Assert.Equal(Day(2, 4), Assert.Single(StanceTimeline.From(articles, "RUS", "x")!.Changes).Day);
        Assert.DoesNotContain(StanceTimeline.From(articles, "RUS", "x", new TimelineOptions { MinimumArticles = 4 })!.Changes, c => c.Day == Day(2, 4));
    }

    [Fact]
    public void Many_at_once_are_the_same_as_each()
    {
        ArticleStances[] articles = [.. Turn(), Results.Sure("u", 20, Day(3, 1), "USA", "x", StanceLabel.Favor), Turn()[0] with { Article = Turn()[0].Article with { Id = "copy", Published = Day(12, 1) } }];
        var timelines = StanceTimeline.From(articles, [("USA", "x"), ("FRA", "x"), ("RUS", "x")]);
        Assert.Equal(["USA", "RUS"], timelines.Select(t => t.Actor.Code));
        Assert.All(timelines, t => Assert.Equal(Results.Csv(StanceTimeline.From(articles, t.Actor.Code, t.Issue.Id)!.WriteCsv), Results.Csv(t.WriteCsv)));
        Assert.Empty(StanceTimeline.From(articles, []));
    }
}
