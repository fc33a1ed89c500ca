namespace Stance;

/// <summary>Cuts a sentence into the pieces that are statements: which cues begin one, where it begins, and where the clause of somebody else ends it.</summary>
internal sealed class ClauseSegmenter(MarkedText text, SubjectFinder subjects, FrontedSubjects fronted)
{
    /// <summary>The cues of a sentence that begin a statement: verbs of saying and of attitude, and deeds or nouns with a subject of their own. The others — «إلغاء», «يعرقل» within what is said —
    /// stay in the statement they stand in, where they count as what turns its words.</summary>
    public List<CueHit> MainCues(ReadOnlySpan<CueHit> cues, Sentence sentence)
    {
        var main = new List<CueHit>();
        for (var k = 0; k < cues.Length; k++)
        {
            var cue = cues[k];
            var lower = k == 0 ? sentence.FirstToken : cues[k - 1].End;
            var begins = cue.Form switch
            {
                CueForm.Noun => subjects.Of(cue, lower, sentence, out var noState).Count > 0 || noState,
                _ when CueClasses.IsSpeech(text.Definition(cue)) => true,
                _ => main.Count == 0 || subjects.Of(cue, lower, sentence, out _).Count > 0,
            };
            if (begins)
                main.Add(cue);
        }
        return main;
    }

    /// <summary>Where each cue's piece begins: at its subject when that stands before it, else at the cue.</summary>
    public int[] Starts(List<CueHit> main, Sentence sentence)
    {
        var starts = new int[main.Count];
        for (var k = 0; k < main.Count; k++)
            starts[k] = Start(main[k], k == 0 ? sentence.FirstToken : main[k - 1].End);
        return starts;
    }

    /// <summary>Where a cue's piece begins: a subject before the verb, a turn or contrast marker, else the cue itself.</summary>
    private int Start(CueHit cue, int lower)
    {
        var start = cue.First;
        if (cue.Form == CueForm.Verb && fronted.Find(cue, lower) is >= 0 and var k)
        {
            start = text.Mentions[k].First;
            while (k > 0 && text.Mentions[k].JoinsPrevious && text.Mentions[k - 1].First >= lower)
                start = text.Mentions[--k].First;
        }
        // «فيما قال», «لكن موسكو رفضت», «لم ترفض»: the little words before belong to the piece.
        for (var back = 0; back < 3 && start - 1 >= lower; back++)
        {
            var at = start - 1;
            if (text.Tokens[at].IsQuote || text.Tokens[at].Kind == TokenKind.Comma && start - 2 >= lower && text.IsMarker(start - 2, MarkerClass.Turn))
                start = at;
            else if (text.Tokens[at].IsWord && text.Is(at, EntryKind.Marker))
                start = at;
            else if (text.Tokens[at].IsWord && at - 1 >= lower && text.OpensComment(at - 1, text.Word(at)))
                start = at - 1;
            else if (text.Tokens[at].IsWord && text.Word(at) is "قد" or "وقد" or "كان" or "كانت" or "وكان" or "وكانت" or "سوف" or "had" or "has" or "have" or "will" or "would" or "did" or "not")
                start = at;
            else
                break;
        }
        return Math.Max(start, lower);
    }

    /// <summary>Where, after a cue, a comma and an unknown verb with «و» begin what another state does; <paramref name="end"/> where nothing does.</summary>
    public int ClauseOfAnother(int first, int end, QuotedTokens quotes, List<Speaker> speakers)
    {
        if (!text.IsArabic)
            return end;
        for (var i = first; i + 2 < end; i++)
        {
            if (text.Tokens[i].Kind is not (TokenKind.Comma or TokenKind.Stop) || quotes[i] || !text.Tokens[i + 1].IsWord)
                continue;
            var word = text.Word(i + 1);
            if (word.Length < 3 || word[0] != 'و' || text.MentionAt(i + 1) >= 0 || (word is not ("ولم" or "ولن") && (IsFunctionWord(i + 1) || text.Is(i + 1, EntryKind.Marker))))
                continue;
            // The verb may have its negation before it and one word after it.
            for (var next = i + 2; next < Math.Min(i + 4, end) && text.Tokens[next].IsWord; next++)
            {
                if (text.MentionAt(next) is not (>= 0 and var k))
                    continue;
                var mention = text.Mentions[k];
                if (mention.IsState && !mention.AfterPreposition && !mention.IsPlace && !mention.IsAttributive && speakers.TrueForAll(p => p.Actor != mention.Actor))
                    return i + 1;
                break;
            }
        }
        return end;
    }

    private bool IsFunctionWord(int token)
    {
        var word = text.Word(token);
        return text.Lexicon.Vocabulary.Find(word) is >= 0 and var whole && text.Lexicon.FunctionWords.Contains(whole) || text.Lexicon.Vocabulary.Find(word[1..]) is >= 0 and var rest && text.Lexicon.FunctionWords.Contains(rest);
    }
}
