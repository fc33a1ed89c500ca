namespace Stance;

/// <summary>Tells how a clause stands to the one before it: a turn away from it, a relative clause of it, within its content, or beside it.</summary>
internal sealed class ClauseRelations(MarkedText text, ReportingPlaces places)
{
    /// <summary>Whether one of the first words is a turn: «من جانبه», for its part.</summary>
    public bool StartsWithTurn(int first)
    {
        for (var i = first; i < Math.Min(first + 3, text.Tokens.Count); i++)
            if (text.IsMarker(i, MarkerClass.Turn))
                return true;
        return false;
    }

    /// <summary>A contrast or turn before the cue begins a statement of its own, in nobody's speech.</summary>
    public bool IsReset(int first, CueHit cue)
    {
        // «في حين قوبل بانتقادات»: before a noun a verb that no lexicon knows may stand.
        var from = first;
        while (cue.Form == CueForm.Noun && from > Math.Max(0, first - 3) && text.Tokens[from - 1].IsWord)
            from--;
        for (var i = from; i <= cue.First; i++)
            if (text.IsMarker(i, MarkerClass.Turn) || (text.IsMarker(i, MarkerClass.Contrast) && text.Word(i) is "بينما" or "فيما" or "while" or "whereas" or "في"))
                return true;
        if (first > 0 && text.Word(first - 1) is ";" or "؛")
            return true;
        // «قالت السعودية إنها اعترضت صاروخا، وكان الحوثيون قد أعلنوا»: the report goes back.
        for (var i = Math.Max(1, first); i < cue.First; i++)
            if (text.Word(i) is "وكان" or "وكانت" && text.Tokens[i - 1].Kind == TokenKind.Comma && !text.Word(i + 1).StartsWith("قد"))
                return true;
        // «في حين | شدد ماكرون على»: the contrast may still stand in the piece before.
        return first > 1 && text.Marker(first - 2, MarkerClass.Contrast) is { } contrast && contrast.End == first && text.Word(first - 2) is "في";
    }

    /// <summary>Whether a cue stands in a relative clause: «التي أدانت», which rejects; or tells what a paper demands.</summary>
    public bool IsRelative(int cue)
    {
        for (var i = cue - 1; i >= Math.Max(0, cue - 3); i--)
        {
            if (!text.Tokens[i].IsWord)
                return false;
            var word = text.Word(i);
            if (word is "الذي" or "التي" or "الذين" or "اللذان" or "اللتان" or "ما" or "مما" or "which" or "who" or "whom")
                return true;
            if (text.MentionAt(i) < 0 && word is not ("قد" or "had" or "has" or "have" or "كان" or "كانت" or "لم" or "لا"))
                break;
        }
        return IsOfPaper(cue);
    }

    /// <summary>«قوات تدعمها الولايات المتحدة»: after an indefinite noun a verb with a pronoun for it needs no relative pronoun.</summary>
    public bool IsAsyndetic(CueHit cue)
    {
        if (cue is not { Form: CueForm.Verb, Suffix: true, Conjunction: false } || cue.First == 0 || !text.Tokens[cue.First - 1].IsWord)
            return false;
        var noun = cue.First - 1;
        return !text.Word(noun).StartsWith("ال") && text.MentionAt(noun) < 0 && !text.Lexicon.IsFunction(text.Readings[noun]) && !text.Is(noun, EntryKind.Marker) && !text.Is(noun, EntryKind.Cue);
    }

    private static readonly WordSet Papers =
        ["قرار", "مشروع", "بيان", "قانون", "نص", "مذكره", "توصيه", "تعديل", "رساله", "مبادره", "مسوده", "resolution", "resolutions", "draft", "statement", "bill", "law", "letter", "text", "motion", "amendment"];

    /// <summary>«قرارا», «بقرار», «لمشروع».</summary>
    private static bool IsPaper(ReadOnlySpan<char> word)
    {
        if (word.Length > 3 && word[0] is 'ب' or 'ل')
            word = word[1..];
        return Papers.Contains(word) || (word.Length > 3 && word[^1] == 'ا' && Papers.Contains(word[..^1]));
    }

    /// <summary>«ضد مشروع قرار غربي يطالب بتحقيق», against a resolution demanding an inquiry: what the paper says, which no pronoun ties to it.</summary>
    private bool IsOfPaper(int cue)
    {
        var verb = text.Word(cue);
        if (text.IsArabic ? verb.Length < 4 || verb[0] is not ('ي' or 'ت') : !verb.EndsWith("ing"))
            return false;
        for (var i = cue - 1; i >= Math.Max(0, cue - 4) && text.Tokens[i].IsWord; i--)
            if (Papers.Contains(text.Word(i)) || (text.IsArabic && IsPaper(text.Word(i))))
                return true;
            else if (text.Is(i, EntryKind.Cue) || (text.IsArabic && text.Word(i).StartsWith("ال")))
                return false;
        return false;
    }

    /// <summary>Whether a clause comments on the one before: «…، وهو ما نفته موسكو», «الأمر الذي ترفضه طهران». It is told beside it, whoever spoke there.</summary>
    public bool IsComment(int cue)
    {
        // «…, which Moscow denies».
        for (var i = cue - 1; !text.IsArabic && i > Math.Max(1, cue - 6) && text.Tokens[i].IsWord; i--)
            if (text.Word(i) is "which")
            {
                var subject = cue - 1;
                while (subject > i && text.IsVerbCompanion(subject))
                    subject--;
                return !text.Tokens[i - 1].IsWord && text.MentionAt(subject) >= 0;
            }
        for (var i = cue - 1; i >= Math.Max(1, cue - 3) && text.Tokens[i].IsWord; i--)
        {
            if (text.Word(i) is "ما" or "الذي")
                return text.OpensComment(i - 1, text.Word(i));
            if (text.Word(i) is "مما")
                return !text.Tokens[i - 1].IsWord;
        }
        return false;
    }

    /// <summary>The state that a relative clause is about, right before its pronoun: «روسيا التي تدعم الأسد»; -1 where there is none.</summary>
    public int Antecedent(int cue)
    {
        for (var i = cue - 1; i >= Math.Max(1, cue - 3) && text.Tokens[i].IsWord; i--)
            if (text.Word(i) is "الذي" or "التي" or "الذين" or "اللذان" or "اللتان")
            {
                if (!text.Tokens[i - 1].IsWord && text.Tokens[i - 1].Kind == TokenKind.Comma)
                    i--;
                return i > 0 && text.MentionAt(i - 1) is >= 0 and var k && text.Mentions[k].IsState && (!text.Mentions[k].IsAttributive || text.IsSubjectNoun(text.Mentions[k].First - 1)) ? k : -1;
            }
        return -1;
    }

    /// <summary>Whether a contrast or «بعدما» after a mark parts a piece from what stands before it.</summary>
    public bool IsContrasted(int first, CueHit cue)
    {
        for (var i = Math.Max(1, first - 2); i <= cue.First; i++)
            if ((text.IsMarker(i, MarkerClass.Contrast) || text.Word(i) is "بعدما" || (text.Word(i) is "بعد" && i < cue.First && text.Word(i + 1) is "ان")) && text.Tokens[i - 1].Kind == TokenKind.Comma)
                return true;
        return false;
    }

    /// <summary>Whether a cue lies in the content of an earlier statement of the sentence, rather than beside it.</summary>
    public bool IsInClauseOf(Statement outer, CueHit cue, List<Speaker> subject)
    {
        var definition = text.Definition(cue);
        var governing = text.Lexicon.Data.Cues[outer.CueRow];
        // «… مؤكدا أن», «وأضاف أن»: participles and continuation verbs stand beside.
        if (cue.Form == CueForm.Participle || definition.Class is "continue")
            return false;
        // «قال … وأعلنت فرنسا …»: a conjoined verb of saying with a named official stands beside.
        if (cue.Conjunction && subject.Count > 0 && definition.Polarity is null)
            return false;
        if (cue.Conjunction && subject.Count > 0 && text.Mentions[subject[0].Mention].Kind is MentionKind.Office or MentionKind.Holder or MentionKind.LearntName)
            return false;
        if (cue.Conjunction && subject.Count == 0 && definition.TakesClause)
            return false;
        if (text.IsArabic && subject.Count > 0 && CueClasses.IsSpeech(definition) && places.Arabic(cue.First, text.Document.Sentences[outer.Sentence]) >= 0)
            return false;
        if (subject.Count > 0 && (CueClasses.IsSpeech(definition) || (text.IsArabic && IsPerfect(cue.First))) && BeginsClause(cue, text.Mentions[subject[0].Mention].First))
            return false;
        return governing.TakesClause && (HasComplementizer(outer.Cue, cue.First) || (subject.Count > 0 && FollowsAtOnce(outer.Cue, text.Mentions[subject[^1].Mention].First)));
    }

    /// <summary>Whether a comma and «و» — or «كما» — part a verb and its subject from what stands before: «… ، والرياض ردت», «… ، ورحبت به الهند», «كما قالت الرباط».</summary>
    private bool BeginsClause(CueHit cue, int subject)
    {
        var start = Math.Min(cue.First, subject);
        if (!text.IsArabic)
        {
            if (start > 0 && text.Word(start - 1) is "the" or "a" or "an")
                start--;
            return start > 1 && text.Word(start - 1) is "and" or "but" or "while" && !text.Tokens[start - 2].IsWord;
        }
        if (start > 0 && text.Word(start - 1) is "كما" or "ايضا" or "كذلك" or "وكذلك")
            return true;
        if (start > 1 && text.Word(start - 1) is "ولم" or "ولن")
            return !text.Tokens[start - 2].IsWord;
        var conjoined = start == cue.First ? cue.Conjunction : text.Word(start) is { Length: > 3 } word && word[0] == 'و';
        return conjoined && start > 0 && text.Tokens[start - 1].Kind is TokenKind.Comma or TokenKind.Stop;
    }

    /// <summary>Whether a verb tells what happened, by its form: no prefix of the imperfect or the future, or the negation of the past.</summary>
    private bool IsPerfect(int verb)
    {
        if (verb > 0 && text.Word(verb - 1) is "لم" or "ولم")
            return true;
        var word = text.Word(verb);
        if (word.Length > 3 && word[0] is 'و' or 'ف')
            word = word[1..];
        return word[0] is not ('ي' or 'س' or 'ن') && !(word[0] == 'ت' && word[^1] != 'ت');
    }

    /// <summary>«Moscow says Ukraine has violated», «told reporters Russia would»: an English clause without «that», right after what governs it.</summary>
    private bool FollowsAtOnce(int governing, int subject)
    {
        if (text.IsArabic)
            return false;
        for (var i = governing + 1; i < subject; i++)
            if (!text.Tokens[i].IsWord || text.Word(i) is "and" or "but" or "while" or "as" || subject - governing > 4)
                return false;
        return subject > governing;
    }

    /// <summary>Whether a that-clause, a colon or a quotation begins in a stretch.</summary>
    private bool HasComplementizer(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text.Tokens[i].Kind is TokenKind.Colon || text.Tokens[i].IsQuote)
                return true;
            if (text.Tokens[i].IsWord && text.Word(i) is "ان" or "انه" or "انها" or "بان" or "بانه" or "بانها" or "انهم" or "اننا" or "that" or "whether" or "لان" or "اذا")
                return true;
        }
        return false;
    }

    /// <summary>Whether a negation stands right before a cue.</summary>
    public bool IsNegated(int cue, int first)
    {
        for (var i = cue - 1; i >= Math.Max(first, cue - 3); i--)
        {
            if (!text.Tokens[i].IsWord)
                return false;
            if (text.IsMarker(i, MarkerClass.Negation))
                return true;
        }
        return false;
    }
}
