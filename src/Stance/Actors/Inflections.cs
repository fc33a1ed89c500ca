namespace Stance;

/// <summary>The inflected forms of a name: an Arabic demonym is listed by its masculine singular and inflects regularly.</summary>
internal static class Inflections
{
    private static readonly string[] DemonymEndings = ["", "ة", "ون", "ين", "ان", "تان", "تين", "ات"];

    public static IEnumerable<string> Of(ActorAlias alias)
    {
        if (alias.Kind is AliasKind.Demonym or AliasKind.DemonymWeak && alias.Form.Length > 2 && alias.Form[0] >= '\u0600')
        {
            // Of a demonym of two words («كوري جنوبي») both inflect and both take the article.
            var words = alias.Form.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 1)
                return DemonymEndings.Select(ending => alias.Form + ending);
            if (words.Length == 2 && words[0].EndsWith('ي') && words[1].EndsWith('ي'))
                return DemonymEndings.SelectMany(ending => new[] { $"{words[0]}{ending} {words[1]}{ending}", $"{words[0]}{ending} ال{words[1]}{ending}" });
        }
        return [alias.Form];
    }
}
