namespace Stance;

/// <summary>Finds the subject that stands before its verb: «موسكو رفضت», «أما الرياض فقد رحبت», the minister said.</summary>
internal sealed class FrontedSubjects(MarkedText text)
{
    /// <summary>The subject of a verb that stands before it; -1 where none.</summary>
    public int Find(CueHit cue, int first)
    {
        if (!text.IsArabic)
            return Before(cue.First, first);
        // «أما موسكو فقالت», «أما موسكو فقد قالت»: what is set in front by «أما» is taken up by «ف».
        if ((cue.Conjunction ? text.Word(cue.First)[0] == 'ف' : cue.First > first && text.Word(cue.First - 1) is "فقد" or "فلم" or "فلن" or "فلا") && Topicalized(cue.First, first) is >= 0 and var topic)
            return topic;
        // A verb with «و» or «ف» begins a clause of its own: who is named before it belongs to the clause before.
        if (cue.Conjunction || IsFollowedBySpeaker(cue) || (cue.Suffix && IsFollowedByState(cue)) || (AfterSubordinate(cue) && IsFollowedByState(cue)))
            return -1;
        return BeforeInsertion(cue.First, SentenceStart(cue.First)) is >= 0 and var parted ? parted : Before(cue.First, first);
    }

    /// <summary>«… تشيكيا وبولندا، اقترح الرئيس الروسي»: after a comma, a verb that an official follows has its subject there.</summary>
    private bool IsFollowedBySpeaker(CueHit cue)
    {
        if (cue.First == 0 || text.Tokens[cue.First - 1].Kind != TokenKind.Comma || cue.End >= text.Tokens.Count)
            return false;
        if (text.MentionAt(cue.End) is >= 0 and var k)
            return text.Mentions[k].First == cue.End && !text.Mentions[k].AfterPreposition && text.Mentions[k].Kind is MentionKind.Office or MentionKind.Holder or MentionKind.LearntName;
        return text.IsSubjectNoun(cue.End) && cue.End + 1 < text.Tokens.Count && text.MentionAt(cue.End + 1) >= 0;
    }

    /// <summary>«رفضتها بكين»: a state right after the verb.</summary>
    private bool IsFollowedByState(CueHit cue) =>
        cue.End < text.Tokens.Count && text.MentionAt(cue.End) is >= 0 and var k && text.Mentions[k].First == cue.End && text.Mentions[k].IsState && !text.Mentions[k].AfterPreposition && !text.Mentions[k].IsAttributive;

    private int SentenceStart(int token)
    {
        while (token > 0 && text.Tokens[token - 1].Kind is not (TokenKind.Stop or TokenKind.LineBreak))
            token--;
        return token;
    }

    private static readonly WordSet Subordinates = ["بعدما", "بعد", "بينما", "فيما", "عندما", "حين", "حينما", "رغم", "قبل", "اثر", "عقب", "منذ", "خلال", "ردا", "وسط", "لدي", "مع", "غداه", "عشيه"];

    /// <summary>«بعدما فرضت واشنطن رسوما، قررت بكين الرد»: after the comma that ends a subordinate clause at the head of a sentence, a verb has its subject after it.</summary>
    private bool AfterSubordinate(CueHit cue)
    {
        if (cue.First < 2 || text.Tokens[cue.First - 1].Kind != TokenKind.Comma)
            return false;
        var start = SentenceStart(cue.First);
        if (!text.Tokens[start].IsWord)
            return false;
        var word = text.Word(start);
        return Subordinates.Contains(word) || (word.Length > 3 && word[0] == 'و' && Subordinates.Contains(word[1..])) || (word is "في" or "وفي" && text.Word(start + 1) is "حين" or "ظل" or "اعقاب");
    }

    /// <summary>The mention that «أما» sets in front; -1 where there is none.</summary>
    private int Topicalized(int verb, int first)
    {
        for (var i = verb - 1; i >= first; i--)
        {
            if (!text.Tokens[i].IsWord || text.Word(i) is not ("اما" or "واما"))
                continue;
            for (var k = i + 1; k < Math.Min(i + 4, verb); k++)
                if (text.MentionAt(k) is >= 0 and var mention && !text.Mentions[mention].IsAttributive)
                    return mention;
            return -1;
        }
        return -1;
    }

    /// <summary>The mention that stands before a verb as its subject: nothing but adverbials between, and not after a preposition; -1 where none.</summary>
    public int Before(int verb, int first)
    {
        var words = 0;
        for (var i = verb - 1; i >= first; i--)
        {
            var k = text.MentionAt(i);
            if (k >= 0)
            {
                var mention = text.Mentions[k];
                if (!text.IsArabic && mention.IsState && mention.AfterPreposition && CompletesName(mention))
                    return k;
                if (mention.AfterPreposition || (!text.IsArabic && IsGoverned(mention)) || (mention.IsAttributive && !text.IsSubjectNoun(mention.First - 1) && text.IsArabic))
                {
                    i = mention.First;
                    words += 2;
                    if (words > 8)
                        return -1;
                    continue;
                }
                return IsObject(mention, verb) || text.IsDateline(mention) ? -1 : k;
            }
            if (text.Tokens[i].Kind is TokenKind.Colon or TokenKind.Stop || text.Tokens[i].IsQuote)
                return -1;
            if (text.Tokens[i].IsWord && ++words > 8)
                return -1;
            // A verb between belongs to the mention before it.
            if (text.IsArabic && text.Word(i) is "الذي" or "التي" or "الذين" or "اللذين" or "ما" or "ان" or "بان" or "كما" or "فيما" or "بينما" or "ثم" or "لكن" or "ولكن" or "لكنه" or "لكنها" or "لكنهم" or "ولكنه" or "ولكنها" or "وهو" or "وهي" or "اذ" or "حيث" or "بعدما" or "عندما" or "حين" or "حينما" or "لان" or "طالما")
                return -1;
            if (!text.IsArabic && text.Word(i) is "that" or "which" or "who" or "if" or "to" or "he" or "she" or "we" or "they" or "i")
                return -1;
        }
        return -1;
    }

    /// <summary>«Russia, which backs the Syrian president, said», «Turkey, a NATO member, rejects»: the mention at the head of a clause that commas part from its verb; -1 where there is none.</summary>
    public int BeforeInsertion(int verb, int first)
    {
        // «has denied», «also said».
        while (!text.IsArabic && verb - 1 > first && text.IsVerbCompanion(verb - 1))
            verb--;
        if (verb - 1 <= first || text.Tokens[verb - 1].Kind != TokenKind.Comma)
            return -1;
        for (var i = verb - 2; i > first; i--)
        {
            if (text.Tokens[i].IsQuote || text.Tokens[i].Kind is TokenKind.Stop or TokenKind.Colon)
                return -1;
            if (text.Tokens[i].Kind != TokenKind.Comma || text.MentionAt(i - 1) is not (>= 0 and var k) || text.Mentions[k].End != i)
                continue;
            var mention = text.Mentions[k];
            // «…, Egypt and Sudan, along with …»: of a list the last stands before the comma.
            var head = k;
            while (head > 0 && text.Mentions[head].JoinsPrevious)
                head--;
            var starts = text.Mentions[head].First;
            if (starts > first && text.Word(starts - 1) is "the" or "a" or "an" or "but" or "and" or "while")
                starts--;
            // «إسرائيل، التي لم تعترف يوما بالمحكمة، رفضت».
            if (text.IsArabic && text.Word(i + 1) is not ("الذي" or "التي" or "الذين" or "وهو" or "وهي"))
                continue;
            if (mention.AfterPreposition || mention.IsAttributive || (!text.IsArabic && IsGoverned(mention)) || (starts != first && !(text.Tokens[starts - 1].Kind is TokenKind.Comma or TokenKind.LineBreak || text.Tokens[starts - 1].IsQuote)))
                continue;
            return text.IsDateline(mention) ? -1 : k;
        }
        return -1;
    }

    /// <summary>«The African Union suspended Niger and demanded»: what stands right after the verb before is its object, and who did that goes on.</summary>
    private bool IsObject(in Mention mention, int verb)
    {
        var before = mention.First - 1;
        if (before > 0 && text.Word(before) is "the")
            before--;
        return !text.IsArabic && before > 0 && text.Word(verb - 1) is "and" or "but" && text.Is(before, EntryKind.Cue);
    }

    /// <summary>«by Israel», «with his Egyptian counterpart»: who stands there belongs to the verb before.</summary>
    private bool IsGoverned(in Mention mention)
    {
        var at = mention.First - 1;
        if (at > 0 && text.Word(at) is "the" or "his" or "her" or "its" or "their")
            at--;
        return at >= 0 && (text.Word(at) is "by" || (at < mention.First - 1 && text.Word(at) is "with" or "to" or "from" or "against" or "on" or "between"));
    }

    /// <summary>«Omer Siddig of Sudan», «Lord Ahmad, for Britain»: the state for which somebody with a name speaks.</summary>
    private bool CompletesName(in Mention mention)
    {
        var at = mention.First - 1;
        if (at > 0 && text.Word(at) is "the")
            at--;
        if (at < 1 || text.Word(at) is not ("of" or "for"))
            return false;
        // «the spokesman for the German government».
        if (text.Is(at - 1, EntryKind.Office) || text.Word(at - 1) is "spokesman" or "spokeswoman" or "spokesperson" or "spokespersons" or "official" or "officials" or "envoy" or "ambassador" or "minister" or "diplomat")
            return true;
        if (text.Tokens[at - 1].Kind == TokenKind.Comma && text.Word(at) is "for")
            at--;
        return at > 0 && text.Tokens[at - 1].IsWord && (text.MentionAt(at - 1) < 0 || !text.Mentions[text.MentionAt(at - 1)].IsState)
            && char.IsUpper(text.Document.Text.Original[text.Document.Text.ToOriginal(text.Tokens[at - 1].Start)]) && !text.Is(at - 1, EntryKind.Cue);
    }
}
