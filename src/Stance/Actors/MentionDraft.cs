namespace Stance;

/// <summary>The mentions found so far in an article, and what they are found by.</summary>
internal sealed class MentionDraft
{
    public MentionDraft(Lexicon lexicon, TextDocument document, TokenReadings readings, HitTable hits)
    {
        (Lexicon, Document, Readings, Hits) = (lexicon, document, readings, hits);
        Evidence = ActorEvidence.Of(lexicon, document, hits);
        Learnt = new LearntNames(lexicon, document, readings, hits);
        Cover = new int[document.Tokens.Count];
        Array.Fill(Cover, -1);
    }

    public Lexicon Lexicon { get; }

    public TextDocument Document { get; }

    public TokenReadings Readings { get; }

    public HitTable Hits { get; }

    public ActorEvidence Evidence { get; }

    public LearntNames Learnt { get; }

    public List<Mention> Mentions { get; } = [];

    /// <summary>For each token, the mention that it was found to belong to; -1 where to none.</summary>
    public int[] Cover { get; }

    public void Add(Mention mention)
    {
        for (var i = mention.First; i < mention.End; i++)
            Cover[i] = Mentions.Count;
        Mentions.Add(mention);
    }

    /// <summary>The row that a name was found by.</summary>
    public ActorAlias AliasOf(PhraseHit hit) => Lexicon.Catalog.Aliases[hit.Entry.Row];

    /// <summary>The longest name at a token. Of a form that several actors share, the reading whose actor the article names otherwise; where it names none, the first of the lexicon.</summary>
    public PhraseHit? LongestAlias(int i)
    {
        PhraseHit? best = null;
        foreach (var hit in Hits.At(i, EntryKind.Alias))
        {
            if (best is { } b && hit.End < b.End)
                break;
            if (IsGivenName(hit))
                continue;
            if (best is not { } chosen || (hit.Taken == chosen.Taken && IsBetterNamed(hit, chosen)))
                best = hit;
        }
        return best;
    }

    /// <summary>«تركي الفيصل», «العقيد تركي المالكي»: a given name, and no nationality.</summary>
    private bool IsGivenName(PhraseHit hit)
    {
        if (hit.Taken != Clitic.None && hit.Taken != Clitic.Conjunction || !Document.Word(hit.First).EndsWith("تركي") || hit.End >= Document.Tokens.Count)
            return false;
        var next = Document.Word(hit.End);
        return next is "بن" or "ال" or "ابن" || next.StartsWith("الفيصل") || next.StartsWith("الدخيل") || next.StartsWith("الحمد") || next.StartsWith("المالكي");
    }

    /// <summary>Whether another reading of a shared form fits better. «المملكة» is Saudi Arabia unless the article is about Morocco: that takes more than a passing mention.</summary>
    private bool IsBetterNamed(PhraseHit hit, PhraseHit than) =>
        Evidence.Of(AliasOf(than).Actor) == 0 && Evidence.Of(AliasOf(hit).Actor) >= (Lexicon.Sharers(hit.Entry.Row) > 2 ? 3 : 1);

    /// <summary>The longest name that ends just before a token.</summary>
    public PhraseHit? LongestAliasEndingAt(int end)
    {
        for (var start = Math.Max(0, end - 6); start < end; start++)
            if (LongestAlias(start) is { } hit && hit.End == end)
                return hit;
        return null;
    }

    /// <summary>The longest name of an office holder at a token.</summary>
    public PhraseHit? LongestHolder(int i) => i < Document.Tokens.Count ? Hits.Longest(i, EntryKind.Holder) : null;
}
