namespace Stance;

/// <summary>An article cut into sentences and tokens. Headline and body are one text here; <see cref="ToBody"/> gives offsets in the body.</summary>
internal sealed class TextDocument
{
    private TextDocument(Article article, NormalizedText text, int bodyStart, string language)
    {
        (Article, Text, BodyStart, Language) = (article, text, bodyStart, language);
        Tokens = Tokenizer.Tokenize(text);
        Sentences = SentenceSplitter.Split(text, Tokens, bodyStart);
    }

    public Article Article { get; }

    public NormalizedText Text { get; }

    public List<Token> Tokens { get; }

    public List<Sentence> Sentences { get; }

    /// <summary>Offset of the body in the combined original text.</summary>
    public int BodyStart { get; }

    /// <summary><c>ar</c>, <c>en</c>, or <c>und</c>.</summary>
    public string Language { get; }

    public bool IsArabic => Language == LanguageDetector.Arabic;

    public static TextDocument Of(Article article)
    {
        // Many feeds repeat the headline as the first line of the text.
        var title = article.Title is { } t && !string.IsNullOrWhiteSpace(t) && !article.Text.StartsWith(t, StringComparison.Ordinal) ? t.Trim() + "\n" : "";
        var language = article.Language is LanguageDetector.Arabic or LanguageDetector.English ? article.Language : LanguageDetector.Detect(article.Text);
        return new TextDocument(article, NormalizedText.Of(title + article.Text), title.Length, language);
    }

    public ReadOnlySpan<char> Word(int token) => Text.Chars[Tokens[token].Start..Tokens[token].End];

    /// <summary>The span of a range of tokens, in the article's own text; negative offsets lie in the headline.</summary>
    public TextSpan ToBody(int firstToken, int endToken)
    {
        var start = Text.ToOriginal(Tokens[firstToken].Start);
        var end = Text.ToOriginal(Tokens[endToken - 1].End - 1) + 1;
        return new TextSpan(start - BodyStart, end - BodyStart);
    }

    /// <summary>The original words of a range of tokens.</summary>
    public string Original(int firstToken, int endToken)
    {
        var span = ToBody(firstToken, endToken);
        return Text.Original[(span.Start + BodyStart)..(span.End + BodyStart)];
    }
}
