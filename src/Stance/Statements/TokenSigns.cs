namespace Stance;

/// <summary>For each token of a document, how it turns what stands around it.</summary>
/// <param name="Attitudes">Sign of a word that accepts or refuses, holds true or false; 0 where it does neither.</param>
/// <param name="Blames">-1 where a word condemns, warns of or judges ill what is taken to be so; 0 elsewhere.</param>
/// <param name="Deeds">-1 where a deed undoes its object (lift, stop, withdraw, ban); 0 elsewhere.</param>
/// <param name="Parity">Parity of the negation that governs it, 1 or -1.</param>
internal sealed record TokenSigns(sbyte[] Attitudes, sbyte[] Blames, sbyte[] Deeds, sbyte[] Parity)
{
    private const int Reach = 6;

    public static TokenSigns Of(Lexicon lexicon, TextDocument document, TokenReadings readings, HitTable hits, List<Mention> mentions)
    {
        var n = document.Tokens.Count;
        var signs = new TokenSigns(new sbyte[n], new sbyte[n], new sbyte[n], new sbyte[n]);
        var m = 0;
        var reach = 0;
        var negating = 0;
        for (var i = 0; i < n; i++)
        {
            while (m < mentions.Count && mentions[m].End <= i)
                m++;
            var kind = document.Tokens[i].Kind;
            if (kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Colon || document.Tokens[i].IsQuote)
                reach = 0;
            signs.Parity[i] = (sbyte)(reach > 0 ? -1 : 1);
            if (reach > 0) reach--;
            if (kind != TokenKind.Word)
                continue;
            if (i >= negating && hits.Longest(i, EntryKind.Marker) is { } marker)
            {
                switch (lexicon.Data.Markers[marker.Entry.Row].Class)
                {
                    case MarkerClass.Negation or MarkerClass.Impossibility:
                        reach = reach > 0 ? 0 : Reach;
                        negating = marker.End;
                        break;
                    case MarkerClass.Contrast:
                        // «لا حل إلا بـ»: what is excepted is affirmed.
                        reach = 0;
                        break;
                }
            }
            // A name is a name, whatever its words mean elsewhere («المتحدة», «آبي»).
            if (m < mentions.Count && mentions[m].First <= i)
                continue;
            if (hits.Longest(i, EntryKind.Cue) is { } cue)
                (signs.Attitudes[i], signs.Blames[i]) = CueClasses.AttitudeOf(lexicon.Data.Cues[cue.Entry.Row]);
            if (signs.Attitudes[i] == 0 && signs.Blames[i] == 0 && hits.Longest(i, EntryKind.Evaluative) is { } evaluative)
            {
                if (lexicon.Data.Evaluatives[evaluative.Entry.Row].Polarity > 0) signs.Attitudes[i] = 1;
                else signs.Blames[i] = -1;
            }
            foreach (var reading in readings[i])
            {
                if (lexicon.Families.Of(reading.Word) is not { Length: > 0 } families)
                    continue;
                if (signs.Attitudes[i] == 0 && signs.Blames[i] == 0 && lexicon.Families.Turning.Contains(lexicon.Families.ConceptOf(families[0])))
                    signs.Deeds[i] = -1;
                break;
            }
            if (signs.Attitudes[i] == 0 && signs.Blames[i] == 0 && signs.Deeds[i] == 0 && IsLifting(lexicon, readings, i) && IsBurden(lexicon, readings, i + 1, 3))
                signs.Deeds[i] = -1;
        }
        return signs;
    }

    /// <summary>Whether a token undoes its object where that is a burden: «رفع العقوبات», but not «رفع الإنتاج».</summary>
    public static bool IsLifting(Lexicon lexicon, TokenReadings readings, int token)
    {
        foreach (var reading in readings[token])
            if (lexicon.Families.Lifting.Contains(reading.Word))
                return true;
        return false;
    }

    /// <summary>Whether one of some tokens is something that harms.</summary>
    public static bool IsBurden(Lexicon lexicon, TokenReadings readings, int from, int count)
    {
        for (var i = from; i < Math.Min(readings.Count, from + count); i++)
            foreach (var reading in readings[i])
                if (lexicon.Families.Of(reading.Word) is { Length: > 0 } families && lexicon.Families.PolarityOf(families[0]) < 0)
                    return true;
        return false;
    }
}
