namespace Stance;

/// <summary>Knows the same speaker behind different words: by the office holder whose name they hold, else by the words without spelling variants.</summary>
internal sealed class SpeakerNames
{
    private readonly Dictionary<string, List<(string Form, OfficeHolder Holder)>> forms = new(StringComparer.Ordinal);

    public SpeakerNames(ActorCatalog catalog)
    {
        foreach (var holder in catalog.Holders)
        {
            if (!forms.TryGetValue(holder.Actor, out var list))
                forms[holder.Actor] = list = [];
            foreach (var name in (IEnumerable<string>)[holder.EnglishName, holder.ArabicName, .. holder.Variants])
                if (NormalizedText.Fold(name) is { Length: > 0 } form)
                    list.Add(($" {form} ", holder));
        }
    }

    /// <summary>What stands for a speaker: the English name of a holder, folded words otherwise, the empty string for an unnamed one; and the holder, if one is known.</summary>
    public (string Key, OfficeHolder? Holder) Of(Article article, ActorStance stance)
    {
        if (string.IsNullOrWhiteSpace(stance.Speaker))
            return ("", null);
        var words = $" {NormalizedText.Fold(stance.Speaker)} ";
        var named = forms.GetValueOrDefault(stance.Actor.Code, [])
            .Where(f => words.Contains(f.Form, StringComparison.Ordinal) && (article.Published is not { } day || f.Holder.Held(day))).ToList();
        if (named.Count > 0)
        {
            // The longest name decides; a surname that two held is nobody's.
            var longest = named.Where(f => f.Form.Length == named.Max(g => g.Form.Length)).Select(f => f.Holder).ToList();
            if (longest.Select(h => h.EnglishName).Distinct(StringComparer.Ordinal).Count() == 1)
                return (longest[0].EnglishName, longest[0]);
        }
        return (words.Trim(), null);
    }
}
