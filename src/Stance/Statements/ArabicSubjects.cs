namespace Stance;

/// <summary>Finds the subject of an Arabic cue by its name: before the verb, or after it up to where its content begins.</summary>
internal sealed class ArabicSubjects(MarkedText text, SpeakerGroups groups, FrontedSubjects fronted)
{
    public List<Speaker> Of(CueHit cue, int first, Sentence sentence, out bool isNoState)
    {
        isNoState = false;
        if (cue.Form != CueForm.Verb)
            return Origin(cue, sentence) is >= 0 and var origin ? groups.Joined(origin, Attribution.Subject, 0.9f * text.Mentions[origin].Confidence) : After(cue, sentence, out isNoState);
        if (fronted.Find(cue, first) is >= 0 and var before)
            return Fronted(cue, before, out isNoState);
        if (cue.End < sentence.EndToken && groups.Pair(cue.End) is { Count: 2 } pair)
            return pair;
        if (Document(cue, sentence) is >= 0 and var author)
            return groups.Joined(author, Attribution.Subject, 0.9f * text.Mentions[author].Confidence);
        if (IsUnknownName(cue.End) && IsUnknownName(cue.End + 1) && StateOfUnknown(cue.End + 2, sentence) is >= 0 and var own)
            return [new Speaker(text.Mentions[own].Actor, 0.55f, Attribution.Subject, own)];
        return After(cue, sentence, out isNoState);
    }

    /// <summary>Before the verb: «تيلرسون قال», «وزارة الخارجية الروسية، في بيان، قالت».</summary>
    private List<Speaker> Fronted(CueHit cue, int before, out bool isNoState)
    {
        // «أما النمسا والتشيك فصوتتا»: the whole list before the verb.
        while (before + 1 < text.Mentions.Count && text.Mentions[before + 1].JoinsPrevious && text.Mentions[before + 1].End <= cue.First)
            before++;
        isNoState = !text.Mentions[before].IsState;
        return isNoState ? [] : groups.JoinedBack(before, Attribution.Subject, text.Mentions[before].Confidence * 0.95f);
    }

    /// <summary>After the verb, up to where its content begins.</summary>
    private List<Speaker> After(CueHit cue, Sentence sentence, out bool isNoState)
    {
        isNoState = false;
        var words = 0;
        for (var i = cue.End; i < Math.Min(sentence.EndToken, cue.End + 14); i++)
        {
            var token = text.Tokens[i];
            if (token.IsQuote && words > 0 || token.Kind is TokenKind.Colon or TokenKind.Stop || token.Kind is TokenKind.Comma && words > 3)
                break;
            if (text.MentionAt(i) is >= 0 and var k)
            {
                if (PassedOver(text.Mentions[k], i, cue, words) is not { } cost)
                {
                    isNoState = !text.Mentions[k].IsState;
                    return isNoState ? [] : groups.Joined(k, Attribution.Subject, text.Mentions[k].Confidence);
                }
                i = text.Mentions[k].End - 1;
                words += cost;
                continue;
            }
            if (!token.IsWord)
                continue;
            if (text.Word(i) is "ان" or "انه" or "انها" or "انهم" or "بان" or "بانه" or "بانها" or "اننا" or "الا" or "بالا")
                break;
            if (text.Is(i, EntryKind.NonState) && words <= 1 && !IsGoverned(i, cue))
            {
                isNoState = true;
                return [];
            }
            if (i > cue.End && text.Is(i, EntryKind.Cue) && words > 0 && !text.Is(i, EntryKind.Marker))
                break;
            // The content of a noun or of a transitive verb begins soon: few words may stand between.
            words++;
            if (words > (cue.Form == CueForm.Noun ? 0 : 5))
                break;
        }
        return [];
    }

    /// <summary>Whether somebody stands after a preposition, or completes a noun that does: «اتهمتها بدعم جماعات متطرفة», «وقف تسليح الفصائل».</summary>
    private bool IsGoverned(int token, CueHit cue)
    {
        if (token == cue.End && cue.Form == CueForm.Noun)
            return text.Word(cue.First)[0] is 'ب' or 'ل' && text.Lexicon.Vocabulary.Find(text.Word(cue.First)[1..]) >= 0 || (cue.First > 0 && IsPreposition(text.Word(cue.First - 1)));
        return token - 1 >= cue.End && (IsPreposition(text.Word(token - 1)) || (text.Word(token - 1) is { Length: >= 4 } noun && noun[0] is 'ب' or 'ل' && text.Lexicon.Vocabulary.Find(noun[1..]) >= 0));
    }

    private static bool IsPreposition(ReadOnlySpan<char> word) => word is "في" or "من" or "الي" or "علي" or "عن" or "ضد" or "حول" or "بشان" or "تجاه" or "مع" or "وقف" or "عدم";

    /// <summary>Of a noun, whose it is: «ترحيبا من باريس», «انتقادات حادة من جانب موسكو»; -1 where nothing tells. One warns and worries of somebody, and withdraws from him.</summary>
    private int Origin(CueHit cue, Sentence sentence)
    {
        if (cue.Form != CueForm.Noun || text.Definition(cue).Class is not ("support" or "welcome" or "reject" or "condemn" or "criticise" or "praise" or "call" or "demand" or "threaten" or "accuse" or "deny" or "assert" or "commit" or "say" or "question"))
            return -1;
        // «ترحيبا أمريكيا»: of an indefinite noun the nationality is whose it is.
        if (cue.End < sentence.EndToken && text.MentionAt(cue.End) is >= 0 and var nation && text.Mentions[nation] is { IsAttributive: true, IsState: true } own && own.First == cue.End && !text.Word(cue.End).StartsWith("ال"))
            return nation;
        for (var i = cue.End; i < Math.Min(cue.End + 3, sentence.EndToken - 1) && text.Tokens[i].IsWord; i++)
        {
            if (text.Word(i) is not "من")
            {
                if (text.MentionAt(i) >= 0 || IsPreposition(text.Word(i)) || text.Is(i, EntryKind.Cue) || text.Is(i, EntryKind.Marker))
                    return -1;
                continue;
            }
            var from = text.Word(i + 1) is "قبل" or "جانب" or "طرف" or "لدن" ? i + 2 : i + 1;
            return from < sentence.EndToken && text.MentionAt(from) is >= 0 and var k && text.Mentions[k].First == from && text.Mentions[k].IsState && !text.Mentions[k].IsAttributive ? k : -1;
        }
        return -1;
    }

    /// <summary>Whose paper it is that speaks: «جاء في بيان للخارجية المصرية أن», «ورد في تقرير صادر عن الأمم المتحدة»; -1 where there is none.</summary>
    private int Document(CueHit cue, Sentence sentence)
    {
        var verb = text.Word(cue.First);
        if (verb is { Length: > 3 } && verb[0] is 'و' or 'ف')
            verb = verb is "ورد" or "وردت" ? verb : verb[1..];
        if (verb is not ("جاء" or "جاءت" or "ورد" or "وردت" or "صدر" or "افاد" or "ذكر"))
            return -1;
        var papers = false;
        for (var i = cue.First + 1; i < Math.Min(cue.First + 9, sentence.EndToken); i++)
        {
            if (!text.Tokens[i].IsWord || text.Word(i) is "ان" or "انه" or "انها")
                return -1;
            papers |= text.Word(i) is "بيان" or "تقرير" or "تصريح" or "تصريحات" or "رساله" or "كلمه" or "تغريده" or "خطاب" or "بيانها" or "مذكره";
            if (papers && text.MentionAt(i) is >= 0 and var k)
                return text.Mentions[k].IsState && text.Mentions[k].First == i && (text.Mentions[k].AfterPreposition || text.IsSubjectNoun(i - 1)) ? k : -1;
        }
        return -1;
    }

    /// <summary>How many words a mention counts for that is not the subject, or <c>null</c> where it is.</summary>
    private int? PassedOver(in Mention mention, int token, CueHit cue, int words)
    {
        if (token == cue.End && cue.Form == CueForm.Verb)
        {
            // «عبّر شي جين بينغ عن رضاه»: the verb looks like the preposition «via».
            if (text.Word(cue.End - 1) is "عبر" or "وعبر")
                return null;
            // «رد الإماراتيون بأن», «وقال السويدي أولوف سكوغ»: right after its verb a nationality modifies nothing.
            if (mention.IsAttributive && !mention.AfterPreposition && CueClasses.IsSpeech(text.Definition(cue)) && text.Word(token) is { Length: > 3 } word && word[0] == 'ا' && word[1] == 'ل')
                return null;
        }
        if ((mention.AfterPreposition || IsInPrepositionalPhrase(mention, cue.End)) && !text.IsPassiveAgent(token))
            return 2;
        // A verb that takes a person as its object right after a subject pronoun («اتهمها») still finds its subject.
        // «دعا البيان الأميركي»: what a nationality modifies may speak for it; «أدان الهجوم الروسي» is no subject.
        if (mention.IsAttributive && !text.IsSubjectNoun(mention.First - 1))
            return words > 2 || cue.Form == CueForm.Noun ? 0 : 2;
        return null;
    }

    /// <summary>«بسيادة أوكرانيا», «على أمن روسيا»: a name that completes a noun after a preposition is no subject.</summary>
    private bool IsInPrepositionalPhrase(in Mention mention, int from)
    {
        if (mention.Kind is not (MentionKind.Name or MentionKind.Capital) || mention.First - 1 < from || !text.Tokens[mention.First - 1].IsWord || text.Word(mention.First)[0] == 'و')
            return false;
        var noun = text.Word(mention.First - 1);
        if (noun.Length >= 4 && noun[0] is 'ب' or 'ل' && text.Lexicon.Vocabulary.Find(noun) < 0 && text.Lexicon.Vocabulary.Find(noun[1..]) >= 0)
            return true;
        return mention.First - 2 >= from && text.Word(mention.First - 2) is "في" or "من" or "الي" or "علي" or "عن" or "ضد" or "حول" or "بشان" or "تجاه" or "مع" && !text.IsSubjectNoun(mention.First - 1);
    }

    /// <summary>A word that no lexicon knows: part of a proper name, more likely than not.</summary>
    private bool IsUnknownName(int token)
    {
        if (token >= text.Tokens.Count || !text.Tokens[token].IsWord || text.Tokens[token].Length < 2 || text.MentionAt(token) >= 0 || text.Is(token, EntryKind.Office) || text.Is(token, EntryKind.NonState) || text.Is(token, EntryKind.Marker))
            return false;
        foreach (var reading in text.Readings[token])
            if (text.Lexicon.ContentWords.Contains(reading.Word))
                return false;
        return true;
    }

    /// <summary>The state of somebody whose name nothing ties to one: the place from which or the office for which he speaks; -1 where there is none.</summary>
    private int StateOfUnknown(int from, Sentence sentence)
    {
        var limit = Math.Min(from + 10, sentence.EndToken);
        for (var i = from; i < limit; i++)
        {
            if (text.Tokens[i].Kind is TokenKind.Stop || text.Tokens[i].IsQuote)
                return -1;
            if (text.Tokens[i].Kind == TokenKind.Colon || text.Word(i) is "ان" or "بان" or "انه" or "انها")
                return -1;
            if (text.MentionAt(i) is >= 0 and var k)
                return text.Mentions[k].IsState && !text.Mentions[k].IsAttributive && text.Mentions[k].Kind is MentionKind.Name or MentionKind.Capital or MentionKind.Office ? k : -1;
        }
        return -1;
    }
}
