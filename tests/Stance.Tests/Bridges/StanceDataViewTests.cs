using Microsoft.Data.Analysis;
using Microsoft.ML;

namespace Stance.Tests;

public class StanceDataViewTests
{
    private static readonly StanceAnalyzer Analyzer = new(TrainedModel.Model, TrainedModel.Corpus.Issues, options: new() { MinProbability = 0.1 });

    private static readonly List<Article> Articles = [.. TrainedModel.Corpus.Articles.Take(12).Select(a => a.Article), Article.FromText("😀 \u200Fنص", id: "emoji"), Article.FromText("", id: "empty")];

    private static List<(string, string, string, string, double, string)> Expected =>
        [.. Articles.Select(Analyzer.Analyze).SelectMany(r => r.Stances.Select(s => (r.Article.Id, s.Actor.Code, s.Issue.Id, LabelledJson.NameOf(s.Stance), s.Probability, s.Evidence[0].Text)))];

    public sealed class Row
    {
        public int Id { get; set; }

        public string Body { get; set; } = "";

        public DateTime Published { get; set; }
    }

    [Fact]
    public void A_data_frame_goes_in_and_one_of_the_same_stances_comes_out()
    {
        var frame = Analyzer.Transform(Articles.ToDataFrame());
        Assert.NotEmpty(Expected);
        Assert.Equal(Expected, frame.Rows.Select(r => ((string)r[0], (string)r[1], (string)r[2], (string)r[3], (double)r[4], (string)r[10])));
        foreach (var row in frame.Rows)
            Assert.Equal((string)row[10], Articles.Single(a => a.Id == (string)row[0]).Text[(int)row[11]..(int)row[12]]);
    }

    [Fact]
    public void A_data_view_goes_in_and_one_of_the_same_stances_comes_out()
    {
        var ml = new MLContext();
        var rows = ml.Data.CreateEnumerable<StanceRow>(Analyzer.Transform((IDataView)Articles.ToDataFrame()), reuseRowObject: false);
        Assert.Equal(Expected, rows.Select(r => (r.ArticleId, r.Actor, r.Issue, r.Stance, r.Probability, r.Evidence)));
    }

    [Fact]
    public void Articles_come_back_as_they_were()
    {
        var read = StanceDataView.ReadArticles(Articles.ToDataFrame()).ToList();
        Assert.Equal(Articles.Select(a => (a.Id, a.Text, a.Title, a.Published, a.Language)), read.Select(a => (a.Id, a.Text, a.Title, a.Published, a.Language)));
    }

    [Fact]
    public void Columns_of_other_names_and_types_are_read()
    {
        var data = new MLContext().Data.LoadFromEnumerable([new Row { Id = 7, Body = "نص", Published = new DateTime(2018, 4, 8) }]);
        var article = Assert.Single(StanceDataView.ReadArticles(data, new ArticleColumns { Text = "Body" }));
        Assert.Equal(("7", "نص", new DateOnly(2018, 4, 8)), (article.Id, article.Text, article.Published));
    }

    [Fact]
    public void What_is_missing_or_of_the_wrong_type_is_refused()
    {
        var data = new MLContext().Data.LoadFromEnumerable([new Row()]);
        Assert.StartsWith("the table has no column 'Text'; allowed: one of Id, Body, Published", Assert.Throws<ArgumentException>(() => StanceDataView.ReadArticles(data)).Message);
        Assert.StartsWith("column 'Id' is of type Int32; allowed: text", Assert.Throws<ArgumentException>(() => StanceDataView.ReadArticles(data, new ArticleColumns { Text = "Id" })).Message);
        var frame = new DataFrame(new StringDataFrameColumn("Text", ["a", "b"]), new StringDataFrameColumn("Published", ["2018-04-08", "8.4.2018"]));
        Assert.Equal("row 1: 'Published' is '8.4.2018'; allowed: yyyy-MM-dd", Assert.Throws<FormatException>(() => StanceDataView.ReadArticles(frame).ToList()).Message);
    }
}
