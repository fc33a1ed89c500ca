namespace Stance;

/// <summary>Finds who tells a whole sentence: the source named by «وفقا ل», the speaker whom its tail names, and the one who stands before a colon at its head.</summary>
internal sealed class SourceFinder(MarkedText text, SpeakerGroups groups, SubjectFinder subjects)
{
    private static readonly WordSet Accordings = ["وفقا", "وفق", "بحسب", "حسب", "طبقا", "نقلا", "according", "quoting", "citing"];

    /// <summary>«وفقا لوزارة الخارجية», «بحسب موسكو», according to: the mention by whose word a sentence is told; -1 where there is none.</summary>
    public int Reporter(Sentence sentence, QuotedTokens quotes)
    {
        for (var i = sentence.FirstToken; i + 1 < sentence.EndToken; i++)
        {
            if (quotes[i] || !text.Tokens[i].IsWord || !IsAccording(text.Word(i)))
                continue;
            // «وفقا لما قالته موسكو», «نقلا عن», according to the.
            for (var next = i + 1; next < Math.Min(i + 4, sentence.EndToken) && text.Tokens[next].IsWord; next++)
                if (text.MentionAt(next) is >= 0 and var k)
                {
                    if (text.Mentions[k].First > i && text.Mentions[k].IsState && !text.Mentions[k].IsAttributive)
                        return k;
                    break;
                }
        }
        return -1;
    }

    /// <summary>«بحسب», «وبحسب».</summary>
    private static bool IsAccording(ReadOnlySpan<char> word) => Accordings.Contains(word) || (word.Length > 3 && word[0] == 'و' && word is not "وحسب" && Accordings.Contains(word[1..]));

    /// <summary>The reporter is who tells what nobody else is the subject of; of another's deed or word it is a lesser speaker.</summary>
    /// <param name="reporter">The mention.</param>
    /// <param name="speakers">Who was found without it.</param>
    /// <param name="told">Nobody says or does anything there: it is the reporter who tells of its topic.</param>
    public List<Speaker> WithReporter(int reporter, List<Speaker> speakers, bool told = false)
    {
        var named = speakers.Count > 0 && (speakers[0].How == Attribution.Subject || (speakers[0].How == Attribution.Topic && !told));
        var result = named ? [.. speakers] : groups.Joined(reporter, Attribution.Subject, 0.8f);
        foreach (var other in named ? groups.Joined(reporter, Attribution.Outer, 0.5f) : SpeakerGroups.Downgrade(speakers, Attribution.Carried, 0.4f))
            if (result.TrueForAll(p => p.Actor != other.Actor))
                result.Add(other);
        return result;
    }

    /// <summary>Who tells a sentence, named by its tail or else before a colon at its head.</summary>
    /// <param name="cues">The cues that begin a statement.</param>
    /// <param name="starts">Where the piece of each begins.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="quotes">Its quotations.</param>
    /// <param name="sayer">Whom a pronoun means: «…», she said.</param>
    public Teller TellerOf(List<CueHit> cues, int[] starts, Sentence sentence, QuotedTokens quotes, List<Speaker> sayer)
    {
        // «"…", said Lavrov», «… , he said»: who speaks is named last, and what stands before is what was said.
        var tail = Tail(cues, starts, sentence, quotes, sayer, out var teller, out var isNoState);
        if (tail >= 0)
            return new Teller(tail, teller, isNoState, quotes[sentence.FirstToken] && !sentence.OpensInQuote);
        // «لافروف من طشقند: …»: the whole line is what he says.
        return Announced(cues, starts, sentence, quotes) is { Count: > 0 } announced ? new Teller(cues.Count, announced, false, true) : Teller.None;
    }

    /// <summary>The cue, after what it reports, that names its speaker: after a comma or quotation, and with no clause of its own; -1 where there is none.</summary>
    private int Tail(List<CueHit> cues, int[] starts, Sentence sentence, QuotedTokens quotes, List<Speaker> sayer, out List<Speaker> teller, out bool isNoState)
    {
        for (var k = cues.Count - 1; k >= 0; k--)
        {
            var cue = cues[k];
            var start = starts[k];
            // «Syria denies it, but Washington says it has proof»: a turn, and no attribution.
            if (text.IsMarker(start, MarkerClass.Contrast))
                continue;
            // «…، وكان الحوثيون قد أعلنوا», «…، التي يعتبرها المؤرخون فاشلة»: the report goes on.
            if (text.IsArabic && start < cue.First && text.Word(start) is "وكان" or "وكانت" or "وقد" or "ولم" or "وسبق" or "التي" or "الذي" or "والتي" or "والذي" or "الذين")
                continue;
            if (cue.Form != CueForm.Verb || cue.Conjunction || text.Definition(cue).Class != "say" || quotes[cue.First] || start <= sentence.FirstToken)
                continue;
            // «A defends the deal; B calls it an attack».
            if (text.Word(start - 1) is ";" or "؛")
                continue;
            if (!text.IsArabic && text.Word(start - 1) is "the" or "a" or "an" or "he" or "she" or "they")
                start--;
            if (start <= sentence.FirstToken || !(text.Tokens[start].IsQuote || text.Tokens[start - 1].IsQuote || text.Tokens[start - 1].Kind == TokenKind.Comma))
                continue;
            teller = subjects.Of(cue, starts[k], sentence, out isNoState);
            if (teller.Count == 0 && !isNoState && text.IsPronoun(cue.First - 1))
                teller = SpeakerGroups.Downgrade(sayer, Attribution.Carried, 0.9f);
            if ((teller.Count > 0 || isNoState) && HasNoClause(Math.Max(cue.End, teller.Count > 0 ? text.Mentions[teller[0].Mention].End : 0), sentence.EndToken))
                return k;
        }
        (teller, isNoState) = ([], false);
        return -1;
    }

    /// <summary>Who stands before a colon at the head of a line, with no verb between: «كيري: ستدفع موسكو ثمنا».</summary>
    private List<Speaker> Announced(List<CueHit> cues, int[] starts, Sentence sentence, QuotedTokens quotes)
    {
        var firstCue = starts is [var start, ..] ? start : sentence.EndToken;
        for (var i = sentence.FirstToken; i < Math.Min(sentence.FirstToken + 9, Math.Min(firstCue, sentence.EndToken)); i++)
        {
            if (text.Tokens[i].IsQuote)
                return [];
            if (text.Tokens[i].Kind != TokenKind.Colon)
                continue;
            for (var head = sentence.FirstToken; head < i; head++)
                if (text.MentionAt(head) is >= 0 and var k)
                    return !IsPlaceOfReport(text.Mentions[k], i, cues, sentence) && text.Mentions[k].IsState && !text.Mentions[k].AfterPreposition && !text.Mentions[k].IsAttributive && head - sentence.FirstToken <= 4 ? groups.Joined(k, Attribution.Subject, 0.9f * text.Mentions[k].Confidence) : [];
            return [];
        }
        return [];
    }

    /// <summary>«الرياض - واس: تعهد الرئيس الأميركي», «موسكو: أعلن وزير الخارجية الروسي»: the place from which is reported what another says.</summary>
    private bool IsPlaceOfReport(in Mention mention, int colon, List<CueHit> cues, Sentence sentence) =>
        text.IsDateline(mention) || (mention.Kind is MentionKind.Capital or MentionKind.Seat or MentionKind.Name && cues is [{ Form: CueForm.Verb } cue, ..] && cue.First == colon + 1 && subjects.Of(cue, cue.First, sentence, out _).Count > 0);

    /// <summary>Whether a mark follows within a few words, with no that-clause before it.</summary>
    private bool HasNoClause(int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (!text.Tokens[i].IsWord)
                return text.Tokens[i].Kind is TokenKind.Comma or TokenKind.Stop || text.Tokens[i].IsQuote;
            if (i - from >= 4 || text.Word(i) is "that" or "ان" or "انه" or "انها" or "بان")
                return false;
        }
        return true;
    }
}
