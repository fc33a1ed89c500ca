namespace Stance;

/// <summary>Finds the subject of an Arabic cue by its name: before the verb, or after it up to where its content begins.</summary>
internal sealed class ArabicSubjects(MarkedText text, SpeakerGroups groups, FrontedSubjects fronted)
{
    private readonly HandedOnWords handedOn = new(text);
    private readonly ArabicObjects objects = new(text);

    public List<Speaker> Of(CueHit cue, int first, Sentence sentence, out bool isNoState)
    {
        isNoState = false;
        if (cue.Form != CueForm.Verb)
            return Origin(cue, sentence) is >= 0 and var origin ? groups.Joined(origin, Attribution.Subject, 0.9f * text.Mentions[origin].Confidence) : After(cue, sentence, out isNoState);
        // «نقلت وكالة عن لافروف قوله إن»: he says it, and «قوله» goes on from him.
        if (text.Word(cue.First) is "قوله" or "قولها" or "قولهم")
            return [];
        // «ونقلت عنه وكالة تسنيم»: his words go on.
        if (handedOn.IsOfSpeaker(cue, sentence))
            return [];
        if (handedOn.Quoted(cue, sentence) is >= 0 and var quoted)
            return groups.Joined(quoted, Attribution.Subject, 0.9f * Math.Max(0.8f, text.Mentions[quoted].Confidence));
        if (cue.End < sentence.EndToken && text.Word(cue.End) is "الاخير" or "الاخيره" && LastNamed(cue.First, sentence) is >= 0 and var last)
            return [new Speaker(text.Mentions[last].Actor, 0.8f, Attribution.Subject, last)];
        if (fronted.Find(cue, first) is >= 0 and var before)
            return Fronted(cue, before, out isNoState);
        if (cue.End < sentence.EndToken && groups.Pair(cue.End) is { Count: 2 } pair)
            return pair;
        if (handedOn.Document(cue, sentence) is >= 0 and var author)
            return groups.Joined(author, Attribution.Subject, 0.9f * text.Mentions[author].Confidence);
        if (IsUnknownName(cue.End) && IsUnknownName(cue.End + 1) && StateOfUnknown(cue.End + 2, sentence) is >= 0 and var own)
            return [new Speaker(text.Mentions[own].Actor, 0.55f, Attribution.Subject, own)];
        return After(cue, sentence, out isNoState);
    }

    /// <summary>The state named last before a token, in its sentence or not far before it; -1 where there is none.</summary>
    private int LastNamed(int token, Sentence sentence)
    {
        for (var k = text.Mentions.Count - 1; k >= 0; k--)
            if (text.Mentions[k].End <= token && text.Mentions[k].IsState)
                return sentence.FirstToken - text.Mentions[k].First < 60 ? k : -1;
        return -1;
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
        // «اتهامه الصين», «رفضها القرار»: the pronoun is who does it.
        if (cue is { Form: CueForm.Noun, Suffix: true })
            return [];
        var words = 0;
        for (var i = cue.End; i < Math.Min(sentence.EndToken, cue.End + 14); i++)
        {
            var token = text.Tokens[i];
            if (token.IsQuote && words > 0 || token.Kind is TokenKind.Colon or TokenKind.Stop || token.Kind is TokenKind.Comma && words > 3)
                break;
            if (text.MentionAt(i) is >= 0 and var k)
            {
                // «استدعت السفير الإسرائيلي»: the cue has its object with it.
                if (text.Mentions[k].First < cue.End && cue.Form == CueForm.Verb)
                    return [];
                if (objects.IsPatient(cue, k, sentence))
                    return [];
                if (PassedOver(text.Mentions[k], i, cue, words) is not { } cost)
                {
                    // «ودعا بولندا إلى», «وطردت الدبلوماسيين الإيرانيين», «واتهمت الرباط بأعمال عدائية»: the object; who does it goes on.
                    if (words == 0 && (VerbAgreement.Excludes(text, cue, text.Mentions[k]) || objects.IsAlone(cue, k, sentence) || (!text.Mentions[k].IsState && objects.IsOblique(i, cue))))
                        return [];
                    // «ويتهم التحالف إيران بتهريب الأسلحة»: who accuses stands before the accused.
                    if (words == 1 && i == cue.End + 1 && text.Definition(cue).Class == "accuse" && !text.Mentions[k].IsAttributive && text.Word(cue.End).StartsWith("ال") && objects.IsAccused(k, sentence))
                        return [];
                    isNoState = !text.Mentions[k].IsState;
                    return isNoState ? [] : groups.Joined(k, Attribution.Subject, text.Mentions[k].Confidence);
                }
                i = text.Mentions[k].End - 1;
                words += cost;
                continue;
            }
            if (!token.IsWord)
                continue;
            // «ودعا البيان الختامي إسرائيل», «طالب المجتمعون روسيا»: who speaks is named, and no state.
            if (i == cue.End && cue.Form == CueForm.Verb && text.Word(i) is "البيان" or "المجتمعون" or "المشاركون" or "القاده" or "الموتمر" or "القمه" or "التقرير" && !(i + 1 < sentence.EndToken && text.MentionAt(i + 1) is >= 0 and var nation && text.Mentions[nation].IsAttributive))
                return [];
            // «وحملت الحكومة إيران المسؤولية»: a body whose land is not told stands there as the subject.
            if (i == cue.End && cue.Form == CueForm.Verb && text.Word(i) is "الوزاره" or "الحكومه" or "الرياسه" or "الخارجيه")
                return [];
            // «وقال دبلوماسيون إن», «وذكر اثنان من كبار القادة أن»: whose they are is not said.
            if (i == cue.End && Unplaced.Contains(text.Word(i)) && (text.Word(i).StartsWith("دبلوماسي") || (cue.Form == CueForm.Verb && CueClasses.IsSpeech(text.Definition(cue)) && !NamesBody(i + 1, sentence))) && !(i + 1 < sentence.EndToken && text.Word(i + 1) is "اخر" or "اخرون") && (i + 1 >= sentence.EndToken || text.MentionAt(i + 1) < 0) && !NamesState(i + 1, sentence))
            {
                isNoState = true;
                return [];
            }
            if (text.Word(i) is "ان" or "انه" or "انها" or "انهم" or "بان" or "بانه" or "بانها" or "اننا" or "الا" or "بالا")
                break;
            // «وحثت شركاتها»: what is hers is no subject right after a verb that goes on.
            if (i == cue.End && cue.Conjunction && text.Is(i, EntryKind.NonState) && (text.Word(i).EndsWith("ها") || text.Word(i).EndsWith("هم")))
                return [];
            // «وأبلغ الصحفيين أن»: they are told it.
            if (i == cue.End && text.Is(i, EntryKind.NonState) && objects.IsOblique(i, cue))
                return [];
            if (IsOfGroup(i, words, cue) || (text.Is(i, EntryKind.NonState) && words <= 1 && !IsGoverned(i, cue)))
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

    private static readonly WordSet Unplaced = ["دبلوماسيون", "دبلوماسي", "اثنان", "بعض", "مصدر", "مصادر", "قيادي", "قياديون", "قاده", "ضابط", "ضباط"];

    private static readonly WordSet Members = ["مسوول", "مسوولان", "مسوولون", "مصدر", "مصادر", "قايد", "قيادي", "قاده", "عضو", "ناطق", "متحدث"];

    /// <summary>«وقال مسؤولان من المعارضة»: the group whose member speaks, so many words after the verb.</summary>
    private bool IsOfGroup(int token, int words, CueHit cue) =>
        cue.Form == CueForm.Verb && words == 2 && text.Is(token, EntryKind.NonState) && Members.Contains(text.Word(cue.End)) && text.Word(token - 1) is "من" or "في" or "باسم";

    /// <summary>Whether a state is named before what is said begins.</summary>
    private bool NamesState(int from, Sentence sentence)
    {
        for (var i = from; i < Math.Min(from + 5, sentence.EndToken) && text.Tokens[i].IsWord && text.Word(i) is not ("ان" or "انه" or "انها" or "انهم"); i++)
            if (text.MentionAt(i) >= 0)
                return true;
        return false;
    }

    /// <summary>«قال مصدر في وزارة الخارجية»: the body of a state within the next words.</summary>
    private bool NamesBody(int from, Sentence sentence)
    {
        for (var i = from; i < Math.Min(from + 3, sentence.EndToken) && text.Tokens[i].IsWord; i++)
            if (text.Is(i, EntryKind.Office) && !text.Is(i, EntryKind.NonState) && text.Word(i) is not ("القاده" or "الشرطه" or "المسوولين"))
                return true;
        return false;
    }

    /// <summary>Whether somebody stands after a preposition, or completes a noun that does: «اتهمتها بدعم جماعات متطرفة», «وقف تسليح الفصائل».</summary>
    private bool IsGoverned(int token, CueHit cue)
    {
        // «إلغاء القمة»: what is cancelled.
        if (token == cue.End && cue.Form == CueForm.Noun)
            return text.Word(token) is "القمه" or "الموتمر" || IsPrefixed(text.Word(cue.First)) || (cue.First > 0 && (IsPreposition(text.Word(cue.First - 1)) || text.Word(cue.First - 1) is "وقف" or "عدم"));
        // «وذكرت لقناة سكاي نيوز أن»: she is told it.
        if (text.Word(token)[0] == 'ل' && (IsPrefixed(text.Word(token)) || text.Word(token).StartsWith("لل")))
            return true;
        // «ودعت إلى وقف تسليح الفصائل»: all of what follows a preposition hangs on it.
        for (var i = cue.First + 1; i < token; i++)
            if (IsPreposition(text.Word(i)) || IsPrefixed(text.Word(i)))
                return true;
        return false;
    }

    private static bool IsPreposition(ReadOnlySpan<char> word) => word is "في" or "من" or "الي" or "علي" or "عن" or "ضد" or "حول" or "بشان" or "تجاه" or "مع";

    /// <summary>«بدعم», «لتسليح»: a noun with its preposition, and not «لجنة», whose own letter that is.</summary>
    private bool IsPrefixed(ReadOnlySpan<char> noun) => noun.Length >= 4 && noun[0] is 'ب' or 'ل' && !text.Lexicon.Knows(noun) && text.Lexicon.Knows(noun[1..]);

    /// <summary>Of a noun, whose it is: «ترحيبا من باريس», «انتقادات حادة من جانب موسكو»; -1 where nothing tells. One warns and worries of somebody, and withdraws from him.</summary>
    private int Origin(CueHit cue, Sentence sentence)
    {
        if (!CueClasses.IsVoiced(text.Definition(cue)))
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

    /// <summary>How many words a mention counts for that is not the subject, or <c>null</c> where it is.</summary>
    private int? PassedOver(in Mention mention, int token, CueHit cue, int words)
    {
        // «باستثناء تركيا والمجر», «عدا المجر».
        if (IsExcepted(mention))
            return 2;
        if (!mention.IsState && IsGoverned(token, cue))
            return 2;
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

    /// <summary>Whether a mention, or the list in which it stands, is excepted.</summary>
    private bool IsExcepted(Mention mention)
    {
        for (var k = text.MentionAt(mention.First); k > 0 && text.Mentions[k].JoinsPrevious;)
            mention = text.Mentions[--k];
        return mention.First > 0 && text.Word(mention.First - 1) is "باستثناء" or "عدا" or "سوي" or "خلا";
    }

    /// <summary>«بسيادة أوكرانيا», «على أمن روسيا»: a name that completes a noun after a preposition is no subject.</summary>
    private bool IsInPrepositionalPhrase(in Mention mention, int from)
    {
        if (mention.Kind is not (MentionKind.Name or MentionKind.Capital) || mention.First - 1 < from || !text.Tokens[mention.First - 1].IsWord || text.Word(mention.First)[0] == 'و')
            return false;
        if (IsPrefixed(text.Word(mention.First - 1)))
            return true;
        return mention.First - 2 >= from && IsPreposition(text.Word(mention.First - 2)) && !text.IsSubjectNoun(mention.First - 1);
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
