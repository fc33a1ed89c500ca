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
    public void A_field_is_quoted_where_needed_and_never_a_formula(string value, string field) => Assert.Equal(field, Csv.Field(value));
}
