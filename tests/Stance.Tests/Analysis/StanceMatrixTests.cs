using System.Globalization;
using System.Text.Json;
using CsCheck;
using Microsoft.Data.Analysis;

namespace Stance.Tests;

public class StanceMatrixTests
{
    /// <summary>A result with one stance in a text of its own.</summary>
    private static ArticleStances One(string id, int text, string actor, string issue, StanceProbabilities p, string evidence = "worda")
    {
        var article = Article.FromText(Synthetic.Words(text * 30, 30), published: new DateOnly(2018, 4, 8), id: id);
        return Synthetic.Result(article, Synthetic.Stance(actor, issue, p.Best, p.Of(p.Best), p, new Evidence(new TextSpan(0, evidence.Length), evidence)));
    }

    /// <summary>Russia on x in two articles, on y in one; France on x in one.</summary>
    private static ArticleStances[] Four() =>
    [
        One("1", 0, "RUS", "x", new(0.6, 0.1, 0.1, 0.2)), // score (.6 - .1) / .8 = .625, weight .8
        One("2", 1, "RUS", "x", new(0.1, 0.3, 0, 0.6)), // score -.2 / .4 = -.5, weight .4
        One("3", 2, "RUS", "y", new(0, 0.5, 0.5, 0)),
        One("4", 3, "FRA", "x", new(0.2, 0.2, 0.4, 0.2)),
    ];

    [Fact]
    public void A_cell_is_the_mean_over_articles_weighted_by_the_probability_of_any_stance()
    {
        var matrix = StanceMatrix.From(Four());
        var cell = matrix["RUS", "x"]!;
        Assert.Equal((0.625 * 0.8 - 0.5 * 0.4) / 1.2, cell.Score, 12);
        Assert.Equal((2, "RUS", "x"), (cell.Count, cell.Actor.Code, cell.Issue.Id));
        Assert.Equal(-0.5, matrix["RUS", "y"]!.Score, 12);
        Assert.Equal(0, matrix["FRA", "x"]!.Score, 12);
    }

    [Fact]
    public void The_interval_is_drawn_over_articles()
    {
        var matrix = StanceMatrix.From(Four());
        // Of two articles a quarter of the draws holds the first alone and a quarter the second.
        Assert.Equal(-0.5, matrix["RUS", "x"]!.Low, 12);
        Assert.Equal(0.625, matrix["RUS", "x"]!.High, 12);
        Assert.Equal((-0.5, -0.5), (matrix["RUS", "y"]!.Low, matrix["RUS", "y"]!.High));
    }

    [Fact]
    public void No_evidence_is_null()
    {
        var matrix = StanceMatrix.From(Four());
        Assert.Null(matrix["FRA", "y"]);
        Assert.Null(matrix["USA", "x"]);
        Assert.Equal(3, matrix.Cells.Count());
        Assert.Empty(StanceMatrix.From([]).Cells);
    }

    [Fact]
    public void Those_with_the_most_articles_come_first()
    {
        var matrix = StanceMatrix.From(Four());
        Assert.Equal(["RUS", "FRA"], matrix.Actors.Select(a => a.Code));
        Assert.Equal(["x", "y"], matrix.Issues.Select(i => i.Id));
        Assert.Equal([("RUS", "x"), ("RUS", "y"), ("FRA", "x")], matrix.Cells.Select(c => (c.Actor.Code, c.Issue.Id)));
    }

    [Fact]
    public void The_most_probable_evidence_comes_first() => Assert.Equal([("1", 0.6), ("2", 0.3)], StanceMatrix.From(Four())["RUS", "x"]!.Evidence.Select(e => (e.Article.Id, e.Stance.Probability)));

    [Fact]
    public void Near_copies_of_a_text_count_once()
    {
        var wire = One("b", 0, "RUS", "x", new(0.8, 0, 0, 0.2));
        // One word more at the end: 26 of 27 shingles are the same. The copy with the first id stands for both.
        var copy = One("a", 0, "RUS", "x", new(0.6, 0.2, 0, 0.2));
        copy = copy with { Article = copy.Article with { Text = copy.Article.Text + " extra" } };
        var cell = StanceMatrix.From([wire, copy, One("c", 5, "RUS", "x", new(0, 0.8, 0, 0.2))])["RUS", "x"]!;
        Assert.Equal(2, cell.Count);
        Assert.Equal(["c", "a"], cell.Evidence.Select(e => e.Article.Id));
        Assert.Equal((0.5 * 0.8 - 1 * 0.8) / 1.6, cell.Score, 12);
    }

    private static readonly Gen<StanceProbabilities> Probabilities = Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0.01, 1]).Select((f, a, n, none) => new StanceProbabilities(f / (f + a + n + none), a / (f + a + n + none), n / (f + a + n + none), none / (f + a + n + none)));

    private static readonly Gen<ArticleStances[]> Articles = Gen.Select(Gen.OneOf(Gen.Const("RUS"), Gen.Const("USA"), Gen.Const("FRA")), Gen.OneOf(Gen.Const("x"), Gen.Const("y")), Gen.Int[0, 12], Probabilities).Array[1, 15]
        .Select(rows => rows.Select((r, i) => One($"id{i}", r.Item3, r.Item1, r.Item2, r.Item4)).ToArray());

    [Fact]
    public void The_matrix_does_not_depend_on_the_order_of_the_articles() =>
        Gen.Select(Articles, Gen.Int[0, int.MaxValue]).Sample((articles, seed) =>
        {
            var shuffled = articles.ToArray();
            new Random(seed).Shuffle(shuffled);
            return Json(StanceMatrix.From(articles)) == Json(StanceMatrix.From(shuffled));
        }, iter: 60);

    [Fact]
    public void Every_score_lies_within_its_interval_and_its_bounds() =>
        Articles.Sample(articles => StanceMatrix.From(articles).Cells.All(c => c.Low >= -1 && c.High <= 1 && c.Low <= c.Score + 1e-12 && c.Score <= c.High + 1e-12), iter: 60);

    [Fact]
    public void The_data_frame_has_a_row_a_cell()
    {
        var frame = StanceMatrix.From(Four()).ToDataFrame();
        Assert.Equal([("actor", typeof(string)), ("issue", typeof(string)), ("score", typeof(double)), ("low", typeof(double)), ("high", typeof(double)), ("n", typeof(int)), ("article", typeof(string)), ("evidence", typeof(string))],
            frame.Columns.Select(c => (c.Name, c.DataType)));
        Assert.Equal(3, frame.Rows.Count);
        Assert.Equal(["RUS", "RUS", "FRA"], ((StringDataFrameColumn)frame["actor"]).ToList());
        Assert.Equal([0.25, -0.5, 0], ((DoubleDataFrameColumn)frame["score"]).Select(v => Math.Round(v!.Value, 12)));
        Assert.Equal([2, 1, 1], ((Int32DataFrameColumn)frame["n"]).Select(v => v!.Value));
        Assert.Equal(["1", "3", "4"], ((StringDataFrameColumn)frame["article"]).ToList());
    }

    [Fact]
    public void The_CSV_has_a_row_a_cell_and_runs_no_formula()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        StanceMatrix.From([One("=1+1", 0, "RUS", "x", new(1, 0, 0, 0), "قال \"لا\", ثم\nمضى"), One("2", 1, "FRA", "x", new(0.33333, 0.33335, 0, 0.33332), "@SUM(A1)")]).WriteCsv(writer);
        // Russia and France have one article each: the codes decide. -.00002 / .66668 is 0 in four digits, not -0.
        Assert.Equal("actor,issue,score,low,high,n,article,evidence\nFRA,x,0,0,0,1,2,'@SUM(A1)\nRUS,x,1,1,1,1,'=1+1,\"قال \"\"لا\"\", ثم\nمضى\"\n", writer.ToString());
    }

    [Fact]
    public void The_JSON_leads_back_to_the_evidence()
    {
        using var document = JsonDocument.Parse(Json(StanceMatrix.From(Four())));
        var cell = document.RootElement[0];
        Assert.Equal(["actor", "issue", "score", "low", "high", "n", "evidence"], cell.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("RUS", "x", 0.25, 2), (cell.GetProperty("actor").GetString(), cell.GetProperty("issue").GetString(), cell.GetProperty("score").GetDouble(), cell.GetProperty("n").GetInt32()));
        var evidence = cell.GetProperty("evidence")[0];
        Assert.Equal(("1", "2018-04-08", "favor", 0.6, "worda"), (evidence.GetProperty("article").GetString(), evidence.GetProperty("published").GetString(), evidence.GetProperty("stance").GetString(),
            evidence.GetProperty("probability").GetDouble(), evidence.GetProperty("text")[0].GetString()));
        Assert.Equal(3, document.RootElement.GetArrayLength());
    }

    private static string Json(StanceMatrix matrix)
    {
        using var stream = new MemoryStream();
        matrix.WriteJson(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
