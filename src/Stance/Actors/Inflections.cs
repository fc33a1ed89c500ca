namespace Stance;

/// <summary>The inflected forms of a name: an Arabic demonym is listed by its masculine singular and inflects regularly.</summary>
internal static class Inflections
{
    private static readonly string[] DemonymEndings = ["", "ة", "ون", "ين", "ان", "تان", "تين", "ات"];

    /// <summary>All forms of an alias.</summary>
    /// <param name="alias">The alias.</param>
    /// <param name="names">The names of all actors, normalised: the accusative of a demonym («جنديا أميركيا») is left out where it is a country's name (روسيا).</param>
    public static IEnumerable<string> Of(ActorAlias alias, IReadOnlySet<string> names)
    {
        if (alias.Kind is AliasKind.Demonym or AliasKind.DemonymWeak && alias.Form.Length > 2 && alias.Form[0] >= '\u0600')
        {
            // Of a demonym of two words («كوري جنوبي») both inflect and both take the article.
            var words = alias.Form.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 1)
            {
                // «مجريات» are events, not Hungarian women: a demonym that is a word besides keeps to its commoner forms.
                var forms = DemonymEndings.Where(ending => ending != "ات" || alias.Kind == AliasKind.Demonym).Select(ending => alias.Form + ending);
                var accusative = alias.Form + "ا";
                return alias.Kind == AliasKind.Demonym && words[0].EndsWith('ي') && !names.Contains(NormalizedText.Fold(accusative)) ? forms.Append(accusative) : forms;
            }
            if (words.Length == 2 && words[0].EndsWith('ي') && words[1].EndsWith('ي'))
                return DemonymEndings.Append("ا").SelectMany(ending => new[] { $"{words[0]}{ending} {words[1]}{ending}", $"{words[0]}{ending} ال{words[1]}{ending}" });
        }
        return [alias.Form];
    }
}
