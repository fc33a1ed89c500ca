namespace Stance;

/// <summary>The small words of propositions that tie a state to what is said. Apart from the other phrases: articles are not searched for them.</summary>
internal sealed class TieTable
{
    private readonly PhraseTrie trie;
    private readonly List<Tie> ties;

    public TieTable(LanguageData data, Vocabulary vocabulary)
    {
        (trie, ties) = (new PhraseTrie(vocabulary), data.Ties);
        for (var i = 0; i < ties.Count; i++)
            trie.Add(ties[i].Form, i);
    }

    /// <summary>The ties of a document, by first token, the longer first.</summary>
    public List<PhraseHit> Find(TextDocument document, TokenReadings readings) => trie.Find(document, readings);

    public TieKind KindOf(PhraseHit hit) => ties[hit.Payload].Kind;
}
