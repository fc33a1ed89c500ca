namespace Stance;

/// <summary>Settles names that two actors share by what else the article names: عمان is Oman or Jordan's capital, بروكسل the Union's seat or Belgium's capital.</summary>
internal static class Ambiguity
{
    public static void Settle(Lexicon lexicon, List<Mention> mentions, TextDocument document)
    {
        Amman(lexicon, mentions, document);
        Kingdom(lexicon, mentions, document);
        for (var k = 0; k < mentions.Count; k++)
        {
            var mention = mentions[k];
            if (!mention.IsState || mention.End - mention.First != 1)
                continue;
            var word = document.Word(mention.First);
            // «ولاية جورجيا» is American; «دعم مالي» is money.
            if (word.EndsWith("جورجيا") && mention.First > 0 && document.Word(mention.First - 1).EndsWith("ولايه"))
                Reject(mentions, k);
            else if (word is "georgia" && IsOfTheUnion(mentions, document, k))
                Reject(mentions, k);
            // «لاهاي» rejects and recalls; courts sit «في لاهاي».
            else if ((word.EndsWith("لاهاي") || word is "hague") && (mention.IsPlace || mention.AfterPreposition || IsAfterNonState(mentions, mention.First)))
                Reject(mentions, k);
            else if (word is "مالي" && !Means(lexicon, mentions, "MLI", k) && !FollowsPlaceWord(document, mention.First))
                Reject(mentions, k);
        }
        mentions.RemoveAll(m => m.Confidence <= 0);
    }

    private static void Amman(Lexicon lexicon, List<Mention> mentions, TextDocument document)
    {
        if (!lexicon.ActorIndex.TryGetValue("JOR", out var jordan) || !lexicon.ActorIndex.TryGetValue("OMN", out var oman))
            return;
        var saysOman = mentions.Any(m => m.Actor == oman && !IsBare(document, m));
        var saysJordan = mentions.Any(m => m.Actor == jordan && !IsBare(document, m));
        for (var k = 0; k < mentions.Count; k++)
        {
            if (!mentions[k].IsState || !IsBare(document, mentions[k]))
                continue;
            var mention = mentions[k];
            // «عمّان» and «عُمان»: who writes the vowels says which.
            var written = document.Original(mention.First, mention.End);
            var amman = written.Contains('\u0651', StringComparison.Ordinal) || (mention.First > 1 && document.Word(mention.First - 1).StartsWith("الاردني"));
            // «القاهرة وعمان»: among capitals it is one.
            amman |= !saysOman && k > 0 && mentions[k - 1].Kind == MentionKind.Capital && mentions[k - 1].End == mention.First && document.Word(mention.First)[0] == 'و';
            var sultanate = !amman && written.Contains('\u064F', StringComparison.Ordinal);
            mention.Actor = amman || (saysJordan && !saysOman && !sultanate) ? jordan : oman;
            mention.Kind = mention.Actor == jordan ? MentionKind.Capital : MentionKind.Name;
            mention.Confidence = saysJordan == saysOman && !amman && !sultanate ? 0.5f : 0.9f;
            mentions[k] = mention;
        }
    }

    /// <summary>«المملكة» is the kingdom that was named last, if within two sentences.</summary>
    private static void Kingdom(Lexicon lexicon, List<Mention> mentions, TextDocument document)
    {
        HashSet<int>? kingdoms = null;
        for (var k = 0; k < mentions.Count; k++)
        {
            if (!mentions[k].IsState || !IsKingdom(document, mentions[k]))
                continue;
            kingdoms ??= [.. lexicon.Catalog.Aliases.Where(a => a.Form == KingdomAlone).Select(a => lexicon.ActorIndex[a.Actor])];
            var sentence = document.Sentences.FindIndex(s => s.EndToken > mentions[k].First);
            var from = document.Sentences[Math.Max(0, sentence - 2)].FirstToken;
            var near = mentions.FindAll(m => m.IsState && m.First >= from && m.First < mentions[k].First && kingdoms.Contains(m.Actor));
            // «with the support of A»: of two, the one that acts.
            var last = near.FindLastIndex(m => !m.AfterPreposition) is >= 0 and var acting ? acting : near.Count - 1;
            if (last < 0)
                continue;
            var mention = mentions[k];
            mention.Actor = near[last].Actor;
            mentions[k] = mention;
        }
    }

    private const string KingdomAlone = "المملكة";

    private static bool IsKingdom(TextDocument document, Mention mention) =>
        mention.End - mention.First == 1 && document.Word(mention.First) is "المملكه" or "والمملكه" or "بالمملكه" or "للمملكه";

    private static readonly WordSet StatesOfTheUnion =
        ["atlanta", "savannah", "alabama", "alaska", "arizona", "arkansas", "california", "carolina", "colorado", "connecticut", "delaware", "florida", "idaho", "illinois", "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine",
         "maryland", "massachusetts", "michigan", "minnesota", "mississippi", "missouri", "montana", "nebraska", "nevada", "ohio", "oklahoma", "oregon", "pennsylvania", "tennessee", "texas", "utah", "vermont", "virginia", "wisconsin", "wyoming"];

    /// <summary>Whether Georgia is the American state: a sister state stands in its sentence, or it is called a state, and nothing else in the article is Georgian.</summary>
    private static bool IsOfTheUnion(List<Mention> mentions, TextDocument document, int k)
    {
        for (var m = 0; m < mentions.Count; m++)
            if (m != k && mentions[m].Actor == mentions[k].Actor && mentions[m].Kind is MentionKind.Capital or MentionKind.Office or MentionKind.Holder)
                return false;
        var first = mentions[k].First;
        for (var i = Math.Max(0, first - 12); i < Math.Min(document.Tokens.Count, first + 12); i++)
            if (StatesOfTheUnion.Contains(document.Word(i)))
                return true;
        return first > 1 && document.Word(first - 1).SequenceEqual("of") && document.Word(first - 2).SequenceEqual("state");
    }

    private static bool IsAfterNonState(List<Mention> mentions, int token) => mentions.Exists(m => !m.IsState && m.End == token);

    private static bool IsBare(TextDocument document, Mention mention) =>
        mention.End - mention.First == 1 && document.Word(mention.First) is "عمان" or "وعمان" or "بعمان" or "لعمان";

    private static bool Means(Lexicon lexicon, List<Mention> mentions, string code, int except)
    {
        var actor = lexicon.ActorIndex[code];
        for (var k = 0; k < mentions.Count; k++)
            if (k != except && mentions[k].Actor == actor && mentions[k].Kind is MentionKind.Capital or MentionKind.Office or MentionKind.Holder)
                return true;
        return false;
    }

    private static bool FollowsPlaceWord(TextDocument document, int token) =>
        token > 0 && document.Tokens[token - 1].IsWord
        && document.Word(token - 1) is "في" or "الي" or "من" or "حكومه" or "دوله" or "جمهوريه" or "جيش" or "ريس" or "رييس" or "شمال" or "بشمال" or "وسط" or "جنوب" or "مع" or "بين" or "لدي";

    private static void Reject(List<Mention> mentions, int k)
    {
        var mention = mentions[k];
        mention.Confidence = 0;
        mentions[k] = mention;
    }
}
