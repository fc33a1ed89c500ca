using System.Runtime.InteropServices;

namespace Stance;

/// <summary>Which way a stretch of text leans on an issue, read off its favor and against phrases and its proposition word by word. Words that phrase and text share cancel each other; what either says beside them
/// and turns the meaning round — reject, lift, not, unjust — flips the phrase's side. «Reject the lifting of sanctions» against the favor phrase «lift the sanctions» leaves «reject»: against. In the manner of
/// natural logic's edit-wise entailment (MacCartney and Manning 2009), with signs only.</summary>
internal sealed class PhraseAlignment(IssueIndex index, TokenSigns signs)
{
    /// <summary>Number of ways in which a lean is read.</summary>
    public const int Readings = 6;

    /// <summary>Names of the readings, for a feature schema.</summary>
    public static IReadOnlyList<string> ReadingNames { get; } = ["shared words", "x negation", "x deeds", "x deeds x cue", "x all operators", "x deeds x attitude"];

    /// <summary>Quality of a match from which on a word counts as shared.</summary>
    public const float SureQuality = 0.6f;

    private const float FewestShare = 0.3f;

    private readonly bool[] touched = new bool[index.Phrases.Length];
    private readonly List<int> phrases = [];
    private readonly float[] qualities = new float[index.Words.Length];
    private bool[] shared = new bool[64];

    /// <summary>A statement's cue, as far as an alignment asks.</summary>
    /// <param name="Token">Its token, or -1.</param>
    /// <param name="Sign">Attitude of the cue and of what stands around it; 1 where open.</param>
    /// <param name="IsOpen">It leaves the attitude to the content.</param>
    public readonly record struct CueSign(int Token, float Sign, bool IsOpen)
    {
        /// <summary>No cue.</summary>
        public static CueSign None { get; } = new(-1, 1, true);
    }

    /// <summary>Reads one stretch.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="hits">Its hits in the document, by token.</param>
    /// <param name="first">First token.</param>
    /// <param name="end">One past the last token.</param>
    /// <param name="cue">The cue that governs the stretch.</param>
    /// <param name="leans">Filled with the readings, each in [-1, 1]; 0 where no phrase is shared.</param>
    /// <returns>The best share of a phrase with a side, in [0, 1].</returns>
    public float Read(int issue, List<IssueHit> hits, int first, int end, CueSign cue, Span<float> leans)
    {
        leans.Clear();
        var from = IssueHits.FirstAt(CollectionsMarshal.AsSpan(hits), first);
        var to = from;
        for (; to < hits.Count && hits[to].Token < end; to++)
        {
            var hit = hits[to];
            qualities[hit.Word] = Math.Max(qualities[hit.Word], hit.Quality);
            var number = index.Words[hit.Word].Phrase;
            if (touched[number])
                continue;
            touched[number] = true;
            phrases.Add(number);
        }
        if (phrases.Count == 0)
            return 0;
        var accuses = index.IsAccusation[issue];
        float best = 0, weights = 0;
        foreach (var number in phrases)
        {
            touched[number] = false;
            var (share, turned) = Compare(number, accuses);
            if (share < FewestShare)
                continue;
            best = Math.Max(best, share);
            var weight = share * share * (index.Phrases[number].Group == PhraseGroup.Proposition ? 1.5f : 1);
            weights += weight;
            Add(number, hits, from, to, first, end, cue, accuses, turned, weight, leans);
        }
        phrases.Clear();
        for (var h = from; h < to; h++)
            qualities[hits[h].Word] = 0;
        for (var r = 0; r < Readings && weights > 0; r++)
            leans[r] /= weights;
        return best;
    }

    /// <summary>The share of a phrase's informative words that the stretch has, and the side that is left when what the phrase says beside them is counted in.</summary>
    private (float Share, float Turned) Compare(int number, bool accuses)
    {
        ref readonly var phrase = ref index.Phrases[number];
        float content = 0;
        float turned = (phrase.Group == PhraseGroup.Against ? -1 : 1) * phrase.Negation;
        for (var word = phrase.FirstWord; word < phrase.FirstWord + phrase.Length; word++)
        {
            if (qualities[word] > 0)
                content += index.Words[word].IsState ? 0 : index.Words[word].Weight * qualities[word];
            else if (index.OperatorOf(word, accuses) is not 0 and var sign)
                turned *= sign;
        }
        return (phrase.ContentWeight == 0 ? 0 : Math.Min(1, content / phrase.ContentWeight), turned);
    }

    private void Add(int number, List<IssueHit> hits, int from, int to, int first, int end, CueSign cue, bool accuses, float turned, float weight, Span<float> leans)
    {
        if (shared.Length < end - first)
            shared = new bool[(end - first) * 2];
        int firstShared = -1, lastShared = -1, parity = 0;
        for (var h = from; h < to; h++)
        {
            var (token, word, _) = hits[h];
            if (index.Words[word].Phrase != number || index.Words[word].IsState || shared[token - first])
                continue;
            shared[token - first] = true;
            if (firstShared < 0) firstShared = token;
            lastShared = token;
            parity += signs.Parity[token];
        }
        var negated = turned * (parity < 0 ? -1 : 1);
        var deeds = 1;
        for (var i = Math.Max(first, firstShared - 3); i < lastShared; i++)
            if (i != cue.Token && signs.Deeds[i] != 0 && !shared[i - first])
                deeds = -deeds;
        var cueIsSpent = cue.Token >= first && cue.Token < end && shared[cue.Token - first];
        cueIsSpent |= accuses && cue.Token >= 0 && signs.Blames[cue.Token] != 0;
        float attitudes = 0, all = cue.IsOpen || cueIsSpent ? 0 : cue.Sign;
        for (var i = first; i < end; i++)
        {
            if (i == cue.Token || shared[i - first])
                continue;
            var attitude = signs.Attitudes[i] + (accuses ? 0 : signs.Blames[i]);
            attitudes += attitude * signs.Parity[i];
            all += (attitude != 0 ? attitude : signs.Deeds[i]) * signs.Parity[i];
        }
        Array.Clear(shared, 0, end - first);
        var byCue = cueIsSpent ? 1 : cue.Sign;
        leans[0] += weight * turned;
        leans[1] += weight * negated;
        leans[2] += weight * negated * deeds;
        leans[3] += weight * negated * deeds * byCue;
        leans[4] += weight * negated * (all == 0 ? 1 : Math.Sign(all));
        leans[5] += weight * negated * deeds * (!cue.IsOpen ? byCue : attitudes == 0 ? 1 : Math.Sign(attitudes));
    }
}
