namespace Stance;

/// <summary>Tells who is done to, told or charged by an Arabic cue from who does, tells or charges, where the word order leaves it open.</summary>
internal sealed class ArabicObjects(MarkedText text)
{
    /// <summary>«واتهمت الرباط بأعمال عدائية»: who accuses accuses somebody; the only one named is accused.</summary>
    public bool IsAlone(CueHit cue, int mention, Sentence sentence)
    {
        if (cue.Suffix || text.Definition(cue).Class != "accuse" || mention > 0 && text.Mentions[mention].JoinsPrevious)
            return false;
        return IsAccused(mention, sentence);
    }

    /// <summary>«إيران وروسيا بتهريب»: what somebody is accused of follows.</summary>
    public bool IsAccused(int mention, Sentence sentence)
    {
        var next = text.Mentions[mention].End;
        while (mention + 1 < text.Mentions.Count && text.Mentions[mention + 1].JoinsPrevious)
            next = text.Mentions[++mention].End;
        return next < sentence.EndToken && text.Tokens[next].IsWord && text.MentionAt(next) < 0 && text.Word(next)[0] == 'ب' && text.Word(next).Length > 3 && !Manners.Contains(text.Word(next));
    }

    /// <summary>«اتهمت روسيا بشكل مباشر واشنطن بتسليح»: how somebody accuses, not of what.</summary>
    private static readonly WordSet Manners = ["بشكل", "بصوره", "بوضوح", "بشده", "بقوه", "بطريقه", "بعض", "بعد", "بيان", "بيانه", "بموجب", "بحسب"];

    private static readonly WordSet Suffered = ["استهداف", "باستهداف", "لاستهداف", "اتهام", "باتهام", "مهاجمه", "بمهاجمه", "منع", "لمنع", "بمنع", "تحميل", "بتحميل", "لتحميل", "اغتيال", "اعتقال", "معاقبه", "لمعاقبه", "بمعاقبه", "محاسبه", "لمحاسبه", "بمحاسبه"];

    /// <summary>«باستهداف سوريا بصواريخ», «تحميل إسرائيل المسؤولية»: of nouns that say what is done to somebody, the one named next suffers it, unless a second is named as its object: «اتهام واشنطن لموسكو».</summary>
    public bool IsPatient(CueHit cue, int mention, Sentence sentence)
    {
        if (cue.Form != CueForm.Noun || text.Mentions[mention].First != cue.End || !Suffered.Contains(text.Word(cue.End - 1)))
            return false;
        var next = text.Mentions[mention].End;
        return next >= sentence.EndToken || !text.Tokens[next].IsWord || !(text.Word(next)[0] == 'ل' || (text.MentionAt(next) >= 0 && !text.Mentions[text.MentionAt(next)].JoinsPrevious));
    }

    /// <summary>«الصحفيين», «الحوثيين» right after a verb: in this case they are its object.</summary>
    public bool IsOblique(int token, CueHit cue) =>
        token == cue.End && cue.Form == CueForm.Verb && text.Word(token) is { Length: >= 6 } word && word.StartsWith("ال") && word.EndsWith("ين");
}
