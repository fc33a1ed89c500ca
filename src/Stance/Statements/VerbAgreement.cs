namespace Stance;

/// <summary>Whether an Arabic verb can have a mention as its subject: a verb before its subject agrees with it in gender. «ودعا بولندا» calls on Poland, «واستدعت السفير» summons him.</summary>
internal static class VerbAgreement
{
    private static readonly WordSet Masculine =
        ["العراق", "الاردن", "لبنان", "اليمن", "السودان", "المغرب", "الصومال", "الفاتيكان", "الاتحاد", "اتحاد", "حلف", "الحلف", "الناتو", "ناتو", "تحالف", "مجلس", "النظام", "نظام", "الكيان", "الاحتلال", "الجانب", "الكرسي", "التكتل", "برنامج", "صندوق", "جيش",
            "مكتب", "العدو"];

    /// <summary>Names of either gender, and plurals.</summary>
    private static readonly WordSet Either = ["الكونغو", "النيجر", "جنوب", "دول", "الدول", "قوات", "القوات", "السلطات"];

    /// <summary>Persons of whom a verb can be said only in the masculine, and armies and the like.</summary>
    private static readonly WordSet MasculineHeads =
        ["السفير", "سفير", "سفيرها", "سفيره", "الرييس", "رييس", "الوزير", "وزير", "المبعوث", "مبعوث", "المندوب", "مندوب", "القايم", "الملك", "ملك", "العاهل", "الامير", "المتحدث", "الناطق", "القنصل", "الدبلوماسي", "المسوول", "الجيش", "النظام", "البرلمان", "الحرس"];

    /// <summary>Whether gender rules the mention out as the subject of the verb right before it.</summary>
    public static bool Excludes(MarkedText text, CueHit cue, in Mention mention)
    {
        if (cue.Form != CueForm.Verb || !mention.IsState || IsFeminine(text, cue) is not { } feminine)
            return false;
        var head = text.Word(mention.First);
        if (head.Length > 3 && head[0] == 'و' && mention.JoinsPrevious)
            head = head[1..];
        // «الدبلوماسيين الإيرانيين»: the plural of an object.
        if (mention.Kind is MentionKind.Office or MentionKind.Holder && head.Length > 5 && head.EndsWith("ين") && head.StartsWith("ال") && head is not "الامين")
            return true;
        return mention.Kind switch
        {
            MentionKind.Name or MentionKind.Capital when !Either.Contains(head) => Masculine.Contains(head) == feminine,
            MentionKind.Office => feminine && MasculineHeads.Contains(head),
            _ => false,
        };
    }

    /// <summary>Whether a verb is feminine by its form; <c>null</c> where the form does not tell: «ترفض» and «رفضت» are, «يرفض» and «رفض» are not, «رفضوا» takes any subject.</summary>
    private static bool? IsFeminine(MarkedText text, CueHit cue)
    {
        var word = text.Word(cue.First);
        var verb = text.Definition(cue);
        if (cue.End - cue.First != 1 || cue.Suffix)
            return null;
        if (cue.Conjunction)
            word = word[1..];
        if (word.Length > 3 && word[0] == 'س' && word[1] is 'ي' or 'ت')
            word = word[1..];
        var form = word.ToString();
        if (form[0] == 'ي')
            return form.EndsWith("ون", StringComparison.Ordinal) || form.EndsWith("ان", StringComparison.Ordinal) ? null : false;
        if (verb.Has(form + "ت") || (form[^1] is 'ا' or 'ي' && verb.Has(form[..^1] + "ت")))
            return false;
        if (form[^1] == 'ت' && form.Length > 2 && (verb.Has(form[..^1]) || verb.Has(form[..^1] + "ا") || verb.Has(form[..^1] + "ي")))
            return true;
        return form[0] == 'ت' && verb.Has("ي" + form[1..]) ? true : null;
    }
}
