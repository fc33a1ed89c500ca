namespace Stance;

/// <summary>How often an article names each actor by a form that means no other and is no ordinary word: what settles the forms that are shared or risky.</summary>
internal sealed class ActorEvidence
{
    private readonly int[] counts;
    private readonly HashSet<int> weak = [];
    private readonly Lexicon lexicon;

    private ActorEvidence(Lexicon lexicon, int[] counts) => (this.lexicon, this.counts) = (lexicon, counts);

    public static ActorEvidence Of(Lexicon lexicon, TextDocument document, HitTable hits)
    {
        var evidence = new ActorEvidence(lexicon, new int[lexicon.Catalog.Actors.Count]);
        var published = document.Article.Published;
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            // «جنوب السودان» speaks for itself, not for السودان within it.
            var end = -1;
            foreach (var hit in hits.At(i, EntryKind.Alias))
            {
                if (hit.End < end)
                    break;
                var row = hit.Entry.Row;
                var alias = lexicon.Catalog.Aliases[row];
                end = hit.End;
                if (!lexicon.IsShared(row) && alias.Kind is not (AliasKind.NameWeak or AliasKind.DemonymWeak or AliasKind.Council or AliasKind.CapitalWeak or AliasKind.Agency))
                    evidence.counts[lexicon.ActorIndex[alias.Actor]]++;
                else
                    evidence.weak.Add(row);
            }
            foreach (var hit in hits.At(i, EntryKind.Holder))
            {
                var holder = lexicon.Catalog.Holders[hit.Entry.Row];
                if (hit.End - hit.First > 1 && (published is not { } day || holder.Held(day)))
                    evidence.counts[lexicon.ActorIndex[holder.Actor]]++;
            }
        }
        return evidence;
    }

    /// <summary>Whether the article is about an actor: it names it by a sure form, or a bloc by two risky ones («العقوبات الأوروبية … الاتحاد»).</summary>
    public bool Supports(string actor) =>
        Of(actor) > 0 || (lexicon.Catalog.Find(actor)!.Kind == ActorKind.Bloc && weak.Count(row => lexicon.Catalog.Aliases[row].Actor == actor) > 1);

    /// <summary>Number of such mentions of an actor.</summary>
    public int Of(string actor) => counts[lexicon.ActorIndex[actor]];
}
