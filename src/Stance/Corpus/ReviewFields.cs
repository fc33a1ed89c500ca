using System.Text.Json;

namespace Stance;

/// <summary>Names of the fields that a suggested row has beside those of a labelled one.</summary>
internal static class ReviewFields
{
    /// <summary>Whether somebody looked at the labels.</summary>
    public const string Reviewed = "reviewed";

    public const string Worth = "worth";

    /// <summary>Whether the labels of an article are still a model's own guesses.</summary>
    public static bool IsUnreviewed(Article article) => article.Extra.TryGetValue(Reviewed, out var reviewed) && reviewed.ValueKind == JsonValueKind.False;
}
