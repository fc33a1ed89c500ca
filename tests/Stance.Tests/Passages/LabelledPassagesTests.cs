namespace Stance.Tests;

public sealed class LabelledPassagesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("stance-pairs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private IReadOnlyList<LabelledPassage> Read(string text, PassageColumns? columns = null, string name = "pairs.csv")
    {
        File.WriteAllText(Path.Combine(folder, name), text);
        return LabelledPassages.Read(Path.Combine(folder, name), columns);
    }

    private string Refused(string text, PassageColumns? columns = null, string name = "pairs.csv") => Assert.Throws<FormatException>(() => Read(text, columns, name)).Message;

    [Fact]
    public void Quoted_fields_hold_commas_quotes_and_line_breaks() =>
        Assert.Equal([new("قال: \"لا\"، ثم\nخرج, وعاد 😀", "p, q", StanceLabel.Against), new("b", "q", StanceLabel.Favor)],
            Read("id,passage,proposition,stance\r\n1,\"قال: \"\"لا\"\"، ثم\nخرج, وعاد 😀\",\"p, q\",against\r\n\r\n2,b,q,Favor\r\n"));

    [Fact]
    public void In_a_TSV_a_quotation_mark_is_one() =>
        Assert.Equal([new("\"a, b", "q", StanceLabel.Neutral)], Read("passage\tproposition\tstance\n\"a, b\tq\tnone\n", name: "pairs.tsv"));

    [Fact]
    public void An_apostrophe_before_a_formula_is_ours_and_taken_away()
    {
        LabelledPassage[] pairs = [new("@ali: لا", "=1", StanceLabel.Favor), new("'quoted'", "-5", StanceLabel.Against), new("''=x", "q", StanceLabel.Neutral)];
        Assert.Equal(pairs, Read("passage,proposition,stance\n" + string.Concat(pairs.Select(p => $"{Csv.Field(p.Passage)},{Csv.Field(p.Proposition)},{LabelledJson.NameOf(p.Stance)}\n"))));
    }

    [Fact]
    public void A_quotation_mark_within_a_field_is_refused_in_a_CSV() =>
        Assert.StartsWith("pairs.csv(2): a quotation mark within a field", Refused("passage,proposition,stance\na \"b\",q,for\n"));

    [Fact]
    public void Columns_labels_and_rows_are_the_users()
    {
        var columns = new PassageColumns { Passage = "s2", Proposition = "s1", Stance = "y", Where = ("split", "train"), Labels = new Dictionary<string, StanceLabel> { ["نعم"] = StanceLabel.Favor } };
        Assert.Equal([new("b", "a", StanceLabel.Favor)], Read("\uFEFFs1,s2,y,split\na,b,نعم,train\na,c,?,test\n", columns));
    }

    [Theory]
    [InlineData("favour", StanceLabel.Favor)]
    [InlineData("AGREE", StanceLabel.Favor)]
    [InlineData(" Disagree ", StanceLabel.Against)]
    [InlineData("other", StanceLabel.Neutral)]
    [InlineData("None", StanceLabel.Neutral)]
    public void The_usual_labels_are_known(string label, StanceLabel expected) => Assert.Equal(expected, Assert.Single(Read($"passage,proposition,stance\na,b,{label}\n")).Stance);

    [Fact]
    public void Errors_say_file_line_found_and_allowed()
    {
        Assert.StartsWith("pairs.csv(4): stance 'yes' is not known; allowed: favor, favour", Refused("passage,proposition,stance\n\"a\nb\",q,for\nc,q,yes\n"));
        Assert.Equal("pairs.csv(2): found 2 fields; allowed: 3, as in the header", Refused("passage,proposition,stance\na,b\n"));
        Assert.Equal("pairs.csv(1): found no column 'stance'; allowed: passage, proposition, label", Refused("passage,proposition,label\na,b,for\n"));
        Assert.Equal("pairs.csv(1): column 'passage' stands twice in the header; allowed: each name once", Refused("passage,passage,stance\n"));
        Assert.Equal("pairs.csv(2): column 'proposition' is empty; allowed: text", Refused("passage,proposition,stance\na, ,for\n"));
        Assert.StartsWith("pairs.csv(2): a quoted field does not end", Refused("passage,proposition,stance\na,\"b,for\nc,d,for\n"));
        Assert.Equal("pairs.csv(2): found no row below the header; allowed: at least one", Refused("passage,proposition,stance\n"));
        Assert.StartsWith("pairs.csv(1): found no header", Refused(""));
        Assert.Equal("pairs.csv: found no row with split 'dev'; allowed: test, train", Refused("passage,proposition,stance,split\na,b,for,train\na,c,for,test\n", new() { Where = ("split", "dev") }));
    }
}
