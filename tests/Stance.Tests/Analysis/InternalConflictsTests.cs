namespace Stance.Tests;

public class InternalConflictsTests
{
    private static readonly DateOnly Spring = new(2017, 4, 12);

    /// <summary>Lavrov, by two names, and the ministry are against; a spokesman speaks otherwise once.</summary>
    private static ArticleStances[] Four() =>
    [
        Results.Sure("1", 0, Spring, "RUS", "x", StanceLabel.Against, "لافروف"),
        Results.Sure("2", 1, Spring, "RUS", "x", StanceLabel.Against, "وزير الخارجية الروسي سيرغي لافروف"),
        Results.Sure("3", 2, Spring, "RUS", "x", StanceLabel.Against, "وزارة الخارجية"),
        Results.Sure("4", 3, Spring, "RUS", "x", StanceLabel.Favor, "مبعوث"),
    ];

    [Fact]
    public void One_speaker_under_two_names_is_one_voice()
    {
        var conflict = Assert.Single(InternalConflicts.From(StanceMatrix.From(Four())).Conflicts);
        Assert.Equal(-0.5, conflict.Cell.Score, 12);
        Assert.Equal([("Sergei Lavrov", 2, -1.0), (null, 1, 1.0), (null, 1, -1.0)], conflict.Voices.Select(v => (v.Holder?.EnglishName, v.Count, v.Score)).OrderByDescending(v => v.Count).ThenByDescending(v => v.Score));
        var otherwise = Assert.Single(conflict.Otherwise);
        Assert.Equal(("مبعوث", 1.0, "4"), (otherwise.Name, otherwise.Score, otherwise.Evidence[0].Article.Id));
    }

    [Fact]
    public void One_mind_is_no_conflict()
    {
        Assert.Empty(InternalConflicts.From(StanceMatrix.From(Four()[..3])).Conflicts);
        Assert.Empty(InternalConflicts.From(StanceMatrix.From([])).Conflicts);
        // The same voice, once for and twice against, does not speak otherwise than itself.
        Assert.Empty(InternalConflicts.From(StanceMatrix.From([.. Four()[..2], Results.Sure("5", 5, Spring, "RUS", "x", StanceLabel.Favor, "لافروف")])).Conflicts);
    }

    [Fact]
    public void The_unnamed_are_one_voice_without_a_name()
    {
        var conflict = Assert.Single(InternalConflicts.From(StanceMatrix.From([.. Four()[..3], Results.Sure("5", 5, null, "RUS", "x", StanceLabel.Favor), Results.Sure("6", 6, null, "RUS", "x", StanceLabel.Favor, " ")])).Conflicts);
        Assert.Equal(2, Assert.Single(conflict.Otherwise).Count);
    }

    [Fact]
    public void It_does_not_depend_on_the_order_of_the_articles()
    {
        var expected = Results.Csv(InternalConflicts.From(StanceMatrix.From(Four())).WriteCsv);
        Assert.Contains("RUS,x,-0.5,مبعوث,,1,1,true,4,worda", expected);
        for (var seed = 0; seed < 5; seed++)
            Assert.Equal(expected, Results.Csv(InternalConflicts.From(StanceMatrix.From(Results.Shuffled(Four(), seed))).WriteCsv));
    }

    [Fact]
    public void An_actor_split_evenly_is_in_conflict()
    {
        var neutral = Synthetic.Stance("RUS", "x", StanceLabel.Neutral, 1) with { Speaker = "لافروف" };
        ArticleStances[] split =
        [
            Results.Sure("1", 0, Spring, "RUS", "x", StanceLabel.Favor, "مبعوث"), Results.Sure("2", 1, Spring, "RUS", "x", StanceLabel.Favor, "مبعوث"),
            Results.Sure("3", 2, Spring, "RUS", "x", StanceLabel.Against, "وزارة الخارجية"), Results.Sure("4", 3, Spring, "RUS", "x", StanceLabel.Against, "البرلمان"),
            Results.Of("5", 4, Spring, neutral), Results.Of("6", 5, Spring, neutral), Results.Of("7", 6, Spring, neutral),
        ];
        var conflict = Assert.Single(InternalConflicts.From(StanceMatrix.From(split)).Conflicts);
        Assert.Equal((0, 0), (conflict.Cell.Score, conflict.Voices[0].Score));
        // The first voice takes no side; the next is the envoy's, who is for: the two who are against speak otherwise, and who takes no side does not.
        Assert.Equal(["البرلمان", "وزارة الخارجية"], conflict.Otherwise.Select(v => v.Name).Order(StringComparer.Ordinal));
        // .1 + .2 − .3 is not quite 0 in binary.
        ArticleStances Says(string id, int text, StanceLabel stance, double probability, string speaker) => Results.Of(id, text, Spring, Synthetic.Stance("RUS", "x", stance, probability) with { Speaker = speaker });
        foreach (var (two, one) in (ReadOnlySpan<(StanceLabel, StanceLabel)>)[(StanceLabel.Favor, StanceLabel.Against), (StanceLabel.Against, StanceLabel.Favor)])
            Assert.Equal("مبعوث", Assert.Single(Assert.Single(InternalConflicts.From(StanceMatrix.From([Says("1", 0, two, 0.1, "لافروف"), Says("2", 1, two, 0.2, "لافروف"), Says("3", 2, one, 0.3, "مبعوث")])).Conflicts).Otherwise).Name);
    }
}
