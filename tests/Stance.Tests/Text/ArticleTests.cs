namespace Stance.Tests;

public class ArticleTests
{
    [Fact]
    public void A_row_keeps_the_callers_own_fields()
    {
        var article = Article.FromJson("""{"id": 7, "text": "نص", "published": "2018-04-08T10:00:00Z", "desk": "world", "rank": 3, "stances": []}""");
        Assert.Equal(("7", "نص", new DateOnly(2018, 4, 8)), (article.Id, article.Text, article.Published));
        Assert.Equal(["desk", "rank"], article.Extra.Keys.Order());
    }

    [Theory]
    [InlineData("{\"text\": \"x\"", "not valid JSON")]
    [InlineData("[1]", "found a JSON array")]
    [InlineData("{\"id\": \"1\"}", "field \"text\" is missing")]
    [InlineData("{\"text\": 3}", "field \"text\" is a number; allowed: a string")]
    [InlineData("{\"text\": \"x\\ud83d\"}", "field \"text\" holds half a surrogate pair; allowed: whole Unicode characters")]
    [InlineData("{\"text\": \"x\", \"mine\": [{\"a\": \"\\udc00\"}]}", "field \"mine\" holds half a surrogate pair; allowed: whole Unicode characters")]
    [InlineData("{\"text\": \"x\", \"\\ud83d\": 1}", "a field's name holds half a surrogate pair; allowed: whole Unicode characters")]
    [InlineData("{\"text\": \"x\", \"published\": \"8 April\"}", "field \"published\" is '8 April'; allowed: yyyy-MM-dd")]
    public void A_bad_row_says_what_was_found_and_what_is_allowed(string row, string message) => Assert.Contains(message, Assert.Throws<FormatException>(() => Article.FromJson(row)).Message);

    [Fact]
    public void The_article_is_read_out_of_a_web_page()
    {
        var body = string.Concat(Enumerable.Range(1, 6).Select(i => $"<p>قالت وزارة الخارجية الروسية في بيانها رقم {i} إن موسكو ترفض مشروع القرار المطروح على مجلس الأمن، وإنها ستعرض نصا بديلا في الأيام المقبلة.</p>"));
        var article = Article.FromHtml($"<html><head><title>موسكو ترفض القرار</title></head><body><nav><a href='/'>الرئيسية</a> <a href='/x'>رياضة</a></nav><article><h1>موسكو ترفض القرار</h1>{body}</article><footer>حقوق النشر</footer></body></html>");
        Assert.Contains("ترفض مشروع القرار", article.Text);
        Assert.DoesNotContain("رياضة", article.Text);
        Assert.Contains("موسكو", article.Title);
    }

    [Fact]
    public void A_page_without_an_article_is_refused() => Assert.Throws<FormatException>(() => Article.FromHtml("<html><body></body></html>"));
}
