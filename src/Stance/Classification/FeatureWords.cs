namespace Stance;

/// <summary>Features in words, for explanations. The table lies beside; a name that is not in it stands for itself.</summary>
internal static class FeatureWords
{
    private const string BestStatement = "best statement: ";

    private static readonly Dictionary<string, string> Words = Read();

    /// <summary>The words for a feature.</summary>
    /// <param name="name">Its name in a schema.</param>
    public static string Of(string name)
    {
        if (name.StartsWith(BestStatement, StringComparison.Ordinal))
            return "best statement: " + Of(name[BestStatement.Length..]);
        if (Words.TryGetValue(name, out var words))
            return words;
        // Of a group the last word, or what follows the colon, is the value.
        var cut = name.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? colon + 2 : name.LastIndexOf(' ') + 1;
        return Words.TryGetValue(name[..cut] + "*", out var group) ? group.Replace("*", name[cut..], StringComparison.Ordinal) : name;
    }

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(FeatureWords).Assembly.GetManifestResourceStream("feature-words.tsv") ?? throw new InvalidOperationException("feature-words.tsv is not part of this build");
        using var reader = new StreamReader(stream);
        return LexiconTable.Parse("feature-words.tsv", reader.ReadToEnd(), 2).Rows.ToDictionary(r => r.Fields[0], r => r.Fields[1], StringComparer.Ordinal);
    }
}
