namespace Stance;

/// <summary>Tells the languages that are read from the others by script, and from their neighbours in the same script by letters and small words.</summary>
internal static class LanguageDetector
{
    public const string Arabic = "ar", English = "en", Undetermined = "und";

    // Letters of Persian, Urdu, Pashto, Kurdish and Uyghur that Arabic does not have.
    private const string NotArabic = "\u067E\u0686\u0698\u06AF\u0679\u0688\u0691\u06BA\u06C6\u06CE\u06D5\u06C7\u06AD\u06D0\u06BE\u06D2\u06CC\u06A9";

    private static readonly HashSet<string> EnglishWords = ["the", "of", "and", "to", "that", "said", "for", "with", "is", "was", "has", "not", "by", "from", "its"];

    /// <summary><c>ar</c>, <c>en</c>, or <c>und</c>.</summary>
    public static string Detect(string text)
    {
        int arabic = 0, foreign = 0, latin = 0, other = 0;
        foreach (var c in text)
        {
            if (c is >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F' or >= '\uFB50' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC')
            {
                arabic++;
                if (NotArabic.Contains(c))
                    foreign++;
            }
            else if (c < '\u0250' && char.IsLetter(c))
                latin++;
            else if (char.IsLetter(c))
                other++;
        }
        var letters = arabic + latin + other;
        if (letters == 0)
            return Undetermined;
        if (arabic * 2 > letters)
            return foreign > arabic * 0.03 ? Undetermined : Arabic;
        if (latin * 2 > letters)
            return LooksEnglish(text) ? English : Undetermined;
        return Undetermined;
    }

    private static bool LooksEnglish(string text)
    {
        int words = 0, small = 0;
        foreach (var range in text.AsSpan().SplitAny(" \n\t,.;:!?\"()"))
        {
            var word = text.AsSpan()[range];
            if (word.Length == 0)
                continue;
            words++;
            if (word.Length <= 4 && EnglishWords.Contains(word.ToString().ToLowerInvariant()))
                small++;
        }
        return small >= words * 0.08;
    }
}
