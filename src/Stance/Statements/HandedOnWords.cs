namespace Stance;

/// <summary>Finds whose words an agency or a paper hands on: «نقلت وكالة إنترفاكس عن الوزير الروسي», «جاء في بيان للخارجية المصرية».</summary>
internal sealed class HandedOnWords(MarkedText text)
{
    /// <summary>«ونقلت عنه وكالة تسنيم»: the words of whoever spoke go on.</summary>
    public bool IsOfSpeaker(CueHit cue, Sentence sentence) => IsHandedOn(cue) && cue.End < sentence.EndToken && text.Word(cue.End) is "عنه" or "عنها" or "عنهم";

    /// <summary>«نقلت», «ينقل»: somebody's words are handed on.</summary>
    private bool IsHandedOn(CueHit cue)
    {
        var verb = text.Word(cue.First);
        if (cue.Conjunction)
            verb = verb[1..];
        return verb is "نقل" or "نقلت" or "ينقل" or "تنقل";
    }

    /// <summary>Whose words are handed on: «نقلت وكالة إنترفاكس عن وزير الخارجية الروسي قوله»; -1 where there is none.</summary>
    public int Quoted(CueHit cue, Sentence sentence)
    {
        if (!IsHandedOn(cue))
            return -1;
        for (var i = cue.End; i < Math.Min(cue.First + 12, sentence.EndToken - 1) && text.Tokens[i].IsWord; i++)
            if (text.Word(i) is "عن")
                return text.MentionAt(i + 1) is >= 0 and var k && text.Mentions[k].IsState && text.Mentions[k].Kind is not (MentionKind.Name or MentionKind.Capital) ? k : -1;
        return -1;
    }

    /// <summary>Whose paper it is that speaks: «جاء في بيان للخارجية المصرية أن», «ورد في تقرير صادر عن الأمم المتحدة»; -1 where there is none.</summary>
    public int Document(CueHit cue, Sentence sentence)
    {
        var verb = text.Word(cue.First);
        if (verb is { Length: > 3 } && verb[0] is 'و' or 'ف')
            verb = verb is "ورد" or "وردت" ? verb : verb[1..];
        if (verb is not ("جاء" or "ورد" or "وردت" or "افاد" or "افادت" or "ذكر" or "ذكرت"))
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
}
