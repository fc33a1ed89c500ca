namespace Stance;

/// <summary>A statement as a sequence of roles — this actor, other actors, words of the issue, favor phrase, against phrase, cue class, negation — and its n-grams, hashed.
/// Words themselves do not enter: roles carry over to issues never seen.</summary>
internal static class RoleNgrams
{
    public const int Dimensions = 1 << 14;

    private const int Favor = 1, Against = 2, Topic = 3, Actor = 4, Other = 5, First = 6;

    /// <summary>Hashed n-grams of up to three roles, twice: as they are, and with a sign. Of the signed ones an n-gram with a side of phrases has the side's sign, any other the proposition's:
    /// the negated proposition then has exactly the negated features.</summary>
    public static (SparseRow Roles, SparseRow Signed) Of(in StanceContext context, int s)
    {
        Span<int> roles = stackalloc int[48];
        var n = Sequence(context, s, roles);
        var outer = context.Signals[s].OuterGroup;
        return (Hashed(roles[..n], outer, signed: false, 1), Hashed(roles[..n], outer, signed: true, context.PropositionSign));
    }

    /// <summary>The same for a (source, target) of sentiment, without a sign.</summary>
    public static SparseRow OfSentiment(in SentimentContext context, int s)
    {
        Span<int> roles = stackalloc int[48];
        var n = Sequence(context, s, roles);
        return Hashed(roles[..n], context.Signals[s].OuterGroup, signed: false, 1);
    }

    private static SparseRow Hashed(ReadOnlySpan<int> roles, CueGroup outer, bool signed, float propositionSign)
    {
        var n = roles.Length;
        // At most three n-grams a start and as many with the outer cue.
        Span<(int Slot, float Value)> grams = stackalloc (int, float)[n * 4];
        var count = 0;
        var prefix = 1000 + (int)outer;
        for (var i = 0; i < n; i++)
        {
            uint hash = 2166136261;
            int favor = 0, against = 0;
            for (var length = 1; length <= 3 && i + length <= n; length++)
            {
                var role = roles[i + length - 1];
                if (role == Favor) favor++;
                if (role == Against) against++;
                // Without a sign both sides are one role.
                hash = Mix(hash, role == Against ? Favor : role);
                var sign = !signed ? 1 : favor > 0 && against == 0 ? 1 : against > 0 && favor == 0 ? -1 : favor == 0 ? propositionSign : 0;
                if (sign == 0)
                    continue;
                var value = favor + against > 0 ? sign : signed ? sign * 0.7f : 1;
                grams[count++] = ((int)(hash % Dimensions), value);
                if (length == 2 && outer != CueGroup.None)
                    grams[count++] = ((int)(Mix(hash, prefix) % Dimensions), value);
            }
        }
        return Summed(grams[..count]);
    }

    /// <summary>Equal slots summed, in ascending order, to length 1.</summary>
    private static SparseRow Summed(Span<(int Slot, float Value)> grams)
    {
        grams.Sort(static (a, b) => a.Slot.CompareTo(b.Slot));
        var n = 0;
        for (var i = 0; i < grams.Length; i++)
        {
            if (n > 0 && grams[n - 1].Slot == grams[i].Slot)
                grams[n - 1].Value += grams[i].Value;
            else
                grams[n++] = grams[i];
        }
        var norm = 0f;
        for (var i = 0; i < n; i++)
            norm += grams[i].Value * grams[i].Value;
        norm = norm > 0 ? 1 / MathF.Sqrt(norm) : 0;
        var indices = new int[n];
        var values = new float[n];
        for (var i = 0; i < n; i++)
            (indices[i], values[i]) = (grams[i].Slot, grams[i].Value * norm);
        return new SparseRow(indices, values);
    }

    private static uint Mix(uint hash, int role) => (hash ^ (uint)role) * 16777619 ^ (hash >> 15);

    private static int Sequence(in StanceContext context, int s, Span<int> roles)
    {
        var marks = context.Marks;
        var statement = context.Analysis.Statements[s];
        var lexicon = context.Lexicon;
        var n = 0;
        var k = context.FirstMention(statement.First);
        var mentions = context.Analysis.Mentions;
        for (var i = statement.First; i < statement.End && n < roles.Length; i++)
        {
            while (k < mentions.Count && mentions[k].End <= i)
                k++;
            int role;
            if (k < mentions.Count && mentions[k].First <= i)
            {
                if (mentions[k].First != i && i != statement.First)
                    continue;
                role = mentions[k].Actor == context.Actor ? Actor : Other;
            }
            else if (i == statement.Cue)
                role = CueRole(context.Signals[s], statement);
            else
                role = (marks?.SideOf(i) ?? 0) switch { 0 => WordRole(context.Analysis, lexicon, i), 1 => Favor, -1 => Against, _ => Topic };
            if (role == 0 || (n > 0 && roles[n - 1] == role))
                continue;
            roles[n++] = role;
        }
        return n;
    }

    private static int Sequence(in SentimentContext context, int s, Span<int> roles)
    {
        var statement = context.Analysis.Statements[s];
        var n = 0;
        var k = context.FirstMention(statement.First);
        var mentions = context.Analysis.Mentions;
        for (var i = statement.First; i < statement.End && n < roles.Length; i++)
        {
            while (k < mentions.Count && mentions[k].End <= i)
                k++;
            int role;
            if (k < mentions.Count && mentions[k].First <= i)
            {
                if (mentions[k].First != i && i != statement.First)
                    continue;
                role = mentions[k].Actor == context.Source ? Actor : mentions[k].Actor == context.Target ? Topic : Other;
            }
            else if (i == statement.Cue)
                role = CueRole(context.Signals[s], statement);
            else
                role = WordRole(context.Analysis, context.Lexicon, i);
            if (role == 0 || (n > 0 && roles[n - 1] == role))
                continue;
            roles[n++] = role;
        }
        return n;
    }

    private static int CueRole(StatementSignals signal, Statement statement) => First + 100 + (int)signal.Group + (statement.CueNegated ? 50 : 0);

    private static int WordRole(ArticleAnalysis analysis, Lexicon lexicon, int token)
    {
        if (analysis.Hits.Longest(token, EntryKind.Marker) is { } marker
            && lexicon.Data.Markers[marker.Entry.Row].Class is not (MarkerClass.Other or MarkerClass.Honorific) and var kind)
            return First + (int)kind;
        if (analysis.Hits.Longest(token, EntryKind.Evaluative) is { } evaluative)
            return First + (lexicon.Data.Evaluatives[evaluative.Entry.Row].Polarity > 0 ? 40 : 41);
        if (analysis.Hits.Longest(token, EntryKind.Cue) is { } cue && lexicon.Data.Cues[cue.Entry.Row].Polarity is { } polarity && polarity != 0)
            return First + (polarity > 0 ? 42 : 43);
        foreach (var reading in analysis.Readings[token])
            if (lexicon.Families.Of(reading.Word) is { Length: > 0 } families)
                return lexicon.Families.PolarityOf(families[0]) switch { > 0 => First + 44, < 0 => First + 45, _ => 0 };
        return 0;
    }
}
