namespace Stance;

/// <summary>Resolves offices and institutions named without their state («الوزير», «الوزارة», «البيان») to the actor that they last went with.</summary>
internal static class Coreference
{
    public static void Resolve(Lexicon lexicon, TextDocument document, HitTable hits, List<Mention> mentions, int[] cover)
    {
        var earlier = mentions.ToArray();
        var k = 0;
        var found = new List<Mention>();
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            while (k < earlier.Length && earlier[k].First <= i)
                k++;
            if (cover[i] >= 0 || hits.Longest(i, EntryKind.Office) is not { } hit || Covered(cover, hit))
                continue;
            var row = lexicon.Offices.Offices[hit.Entry.Row];
            // An indefinite noun in Arabic («مسؤول», «وزير») introduces somebody new.
            if (document.IsArabic && (hit.Taken & Clitic.Article) == 0 && !document.Word(hit.First).StartsWith("ال") && !document.Word(hit.End - 1).StartsWith("ال") && (hit.Taken & Clitic.Suffix) == 0)
                continue;
            if (IsLoose(lexicon, document, hits, hit, row.Office, row.Kind))
                continue;
            // «أمير البلاد» is of the land named last.
            var speaks = document.IsArabic && Follows(document, hits, hit.First);
            var antecedent = document.IsArabic && document.Word(hit.End - 1) is "البلاد" ? LastLand(earlier, k) : Antecedent(document, earlier, k, row.Office, row.Kind, hit.End - hit.First == 1 && (row.Kind == OfficeKind.Person || document.Word(hit.First).EndsWith("الوزاره") || document.Word(hit.First) is "ministry") ? Generic(row.Office) : null, m => !speaks || (Follows(document, hits, m.First) && !m.AfterPreposition));
            if (antecedent < 0)
                continue;
            found.Add(new Mention
            {
                First = hit.First,
                End = hit.End,
                Actor = earlier[antecedent].Actor,
                Kind = MentionKind.Coreference,
                Office = row.Office,
                Confidence = earlier[antecedent].Office is null || Group(earlier[antecedent].Office) == Group(row.Office) || (Generic(row.Office) is { } generic && earlier[antecedent].Office!.Contains(generic, StringComparison.Ordinal)) ? 0.7f : 0.4f,
                AfterPreposition = (hit.Taken & Clitic.Preposition) != 0,
            });
            i = hit.End - 1;
        }
        mentions.AddRange(found);
    }

    /// <summary>Whether a word stands right after a verb or noun of saying or doing, as its subject may.</summary>
    private static bool Follows(TextDocument document, HitTable hits, int token) => token > 0 && hits.Is(token - 1, EntryKind.Cue) && document.Word(token - 1) is not ("ان" or "وان" or "بان");

    /// <summary>Whether the words fit too many: «زعيمها» is whoever's the pronoun says, «المسؤولين» and «الرئيسان» several, «الطائرات» anybody's,
    /// «الحكم» any rule, «الناطق باسم» somebody not yet named.</summary>
    private static bool IsLoose(Lexicon lexicon, TextDocument document, HitTable hits, PhraseHit hit, string office, OfficeKind kind)
    {
        var first = document.Word(hit.First);
        var last = document.Word(hit.End - 1);
        if (!document.IsArabic)
            return kind == OfficeKind.Person && hit.End - hit.First == 1 && first.Length > 3 && first[^1] == 's';
        return (hit.LastTaken & Clitic.Suffix) != 0
            || (kind == OfficeKind.Person && !first.EndsWith("سلطان") && !first.EndsWith("امين") && (first.EndsWith("ون") || first.EndsWith("ين") || first.EndsWith("ان") || first.EndsWith("اء") || first.EndsWith("قاده")))
            || (office is "head-of-state" or "crown-prince" && IsFollowedByName(document, hits, hit.End))
            || IsFormerOrResponsible(document, hits, lexicon, hit.End, office) || IsPluralBody(first)
            || (office == "source" && first.EndsWith("مصادر"))
            || (office == "armed-forces" && (IsEquipment(first) || IsOfNobody(document, hit.End))) || IsVague(first) || last.SequenceEqual("باسم") || IsAdjective(lexicon, document, hits, hit.First);
    }

    /// <summary>«أحادية الجانب», «شكل الدولة», «تأجيل الحكم»: words that mean a state only with its name.</summary>
    private static bool IsVague(ReadOnlySpan<char> word) => word.EndsWith("الحكم") || word.EndsWith("الجانب") || word.EndsWith("الطرف") || word.EndsWith("الدوله");

    /// <summary>«الحدود البحرية», «شؤونه الداخلية», «وزراء الخارجية», «التمثيل الدبلوماسي»: an adjective or complement of the noun before it, not the navy, the ministry, the diplomat.
    /// Only after a verb, a small word or a mark does it stand for itself.</summary>
    private static bool IsAdjective(Lexicon lexicon, TextDocument document, HitTable hits, int token)
    {
        var word = document.Word(token);
        if (token == 0 || !document.Tokens[token - 1].IsWord || !(word.EndsWith("يه") || word.EndsWith("ي")) || word[0] != 'ا')
            return false;
        // «شدد الضغط الدبلوماسي»: a noun with the article is no verb.
        return (document.Word(token - 1).StartsWith("ال") || !hits.Is(token - 1, EntryKind.Cue)) && !lexicon.FunctionWords.Contains(lexicon.Vocabulary.Find(document.Word(token - 1)));
    }

    /// <summary>«الرئيس السابق» is in office no more; «المسؤولة عن» is whoever is to blame.</summary>
    private static bool IsFormerOrResponsible(TextDocument document, HitTable hits, Lexicon lexicon, int next, string office) =>
        next < document.Tokens.Count && document.Tokens[next].IsWord
        && (hits.Longest(next, NonStateKind.Former) is not null || (office == "official" && document.Word(next).SequenceEqual("عن")));

    /// <summary>«القوات المحلية», «القوات الأجنبية»: whose they are, the adjective leaves open, whoever was named last.</summary>
    private static bool IsOfNobody(TextDocument document, int next) => next < document.Tokens.Count && document.Word(next) is "المحليه" or "الاجنبيه" or "الدوليه" or "المشتركه";

    private static bool IsPluralBody(ReadOnlySpan<char> word) =>
        word.EndsWith("حكومات") || word.EndsWith("وزارات") || word.EndsWith("سفارات") || word.EndsWith("برلمانات") || word.EndsWith("جيوش");

    /// <summary>«الأمير محمد» is a prince of that name, not the one named last.</summary>
    private static bool IsFollowedByName(TextDocument document, HitTable hits, int token) =>
        token < document.Tokens.Count && GivenNames.Contains(document.Word(token)) && !hits.Is(token, EntryKind.Cue);

    private static readonly WordSet GivenNames = ["محمد", "احمد", "محمود", "علي", "حسن", "حسين", "عبد", "عبدالله", "سلمان", "خالد", "فيصل", "سلطان", "نايف", "سعود", "فهد", "تركي", "بندر", "حمد", "تميم", "صباح", "خليفه", "زايد", "سلمان", "طلال", "الوليد", "بيل", "جورج", "تشارلز", "هاري", "وليام", "فيليب"];

    private static bool IsEquipment(ReadOnlySpan<char> word) =>
        word.Contains("طاير", StringComparison.Ordinal) || word.Contains("مقاتل", StringComparison.Ordinal) || word.Contains("قاذف", StringComparison.Ordinal) || word.Contains("مدفعي", StringComparison.Ordinal)
        || word.Contains("جنود", StringComparison.Ordinal) || word.Contains("طيران", StringComparison.Ordinal) || word.Contains("اسطول", StringComparison.Ordinal) || word.Contains("سفن", StringComparison.Ordinal);

    private static bool Covered(int[] cover, PhraseHit hit)
    {
        for (var i = hit.First; i < hit.End; i++)
            if (cover[i] >= 0)
                return true;
        return false;
    }

    /// <summary>The state named last; -1 where none is.</summary>
    private static int LastLand(Mention[] mentions, int before)
    {
        for (var k = before - 1; k >= Math.Max(0, before - 40); k--)
            if (mentions[k].IsState && mentions[k].Kind is MentionKind.Name or MentionKind.Capital or MentionKind.Office)
                return k;
        return -1;
    }

    /// <summary>The office of a mention, that of a government in its own name too: «الحكومة اليمنية».</summary>
    private static string? OfficeOf(TextDocument document, in Mention mention) =>
        mention.Office ?? (mention.Kind == MentionKind.Seat && (document.Word(mention.First).Contains("حكوم", StringComparison.Ordinal) || document.Word(mention.End - 1) is "government") ? "government" : null);

    private static int Antecedent(TextDocument document, Mention[] mentions, int before, string office, OfficeKind kind, string? generic, Func<Mention, bool> isPreferred)
    {
        var group = Group(office);
        var (near, same) = (-1, -1);
        for (var k = before - 1; k >= Math.Max(0, before - 40); k--)
        {
            if (OfficeOf(document, mentions[k]) is not { } other)
                continue;
            // The same office of a former or non-state holder resolves to nobody.
            if (other == office || Group(other) == group || (generic is not null && other.Contains(generic, StringComparison.Ordinal)))
            {
                // «وأضافت الحكومة»: of two governments the one that spoke before goes on, whichever was spoken of since.
                if (isPreferred(mentions[k]))
                    return mentions[k].IsState ? k : -1;
                if (same < 0)
                    same = k;
                continue;
            }
            if (near < 0 && mentions[k].IsState && kind == OfficeKind.Person && !mentions[k].IsCounterpart)
                near = k;
        }
        if (same >= 0)
            return mentions[same].IsState ? same : -1;
        return kind == OfficeKind.Person && office is "official" or "spokesperson" ? near : -1;
    }

    /// <summary>What the offices have in common that a bare word may mean: «الوزير» is whichever minister was named, «الوزارة» whichever ministry, «المتحدث» whichever spokesman.</summary>
    private static string? Generic(string office) => office switch
    {
        "minister-other" => "minister",
        "ministry-other" => "ministry",
        "spokesperson" => "spokesperson",
        "ambassador" => "ambassador",
        _ => null,
    };

    private static string? Group(string? office) => office switch
    {
        null => null,
        "foreign-minister" or "ministry-foreign" or "spokesperson-foreign" or "minister-of-state-foreign" => "foreign",
        "defence-minister" or "ministry-defence" or "spokesperson-defence" or "armed-forces" or "army-chief" or "joint-chiefs-chairman" or "deputy-spokesperson-defence" => "defence",
        "head-of-state" or "presidency" or "spokesperson-president" => "president",
        "head-of-government" or "government" or "cabinet" or "spokesperson-government" => "government",
        _ => office,
    };
}
