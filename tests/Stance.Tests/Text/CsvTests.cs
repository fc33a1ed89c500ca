using CsCheck;

namespace Stance.Tests;

public class CsvTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("موسكو", "موسكو")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("=1", "'=1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@A1", "'@A1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("\uFF1D1", "'\uFF1D1")] // full-width =
    [InlineData("=\"a\",1", "\"'=\"\"a\"\",1\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("'=1", "''=1")] // an apostrophe of the text's own is not taken for ours
    [InlineData("'a", "'a")]
    public void A_field_is_quoted_where_needed_and_never_a_formula(string value, string field) => Assert.Equal(field, Csv.Field(value));

    private static string[][] Records(string text, char delimiter = ',') => [.. Csv.Records(text, "a.csv", delimiter).Select(r => r.Fields)];

    [Fact]
    public void Records_have_the_line_that_they_begin_on() =>
        Assert.Equal([(1, "a|b"), (2, "x\r\ny|"), (5, "last|z")], Csv.Records("a,b\r\n\"x\r\ny\",\n\nlast,z", "a.csv", ',').Select(r => (r.Line, string.Join('|', r.Fields))));

    [Theory]
    [InlineData("a\n\"b", "a.csv(2): a quoted field does not end; allowed: a closing quotation mark")]
    [InlineData("a\n\"b\"c", "a.csv(2): text after a closing quotation mark; allowed: a delimiter or the end of the line")]
    [InlineData("a\nb\"c", "a.csv(2): a quotation mark within a field; allowed: fields with quotation marks are quoted and the marks doubled")]
    public void A_damaged_file(string text, string message) => Assert.Equal(message, Assert.Throws<FormatException>(() => Records(text)).Message);

    [Fact]
    public void What_is_written_is_read() => Gen.OneOf(Gen.Const("="), Gen.Const("'"), Gen.Const("\""), Gen.Const(","), Gen.Const(";"), Gen.Const("\n"), Gen.Const("\r"), Gen.Const("\t"), Gen.Const("ب"), Gen.Const("😀")).Array[0, 6].Select(string.Concat).Array[2, 4].Sample(fields =>
        ((char[])[',', ';', '\t']).All(d => Records(string.Join(d, fields.Select(f => Csv.Field(f, d))) + "\n", d) is [var back] && back.SequenceEqual(fields)));
}
