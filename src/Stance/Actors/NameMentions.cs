namespace Stance;

/// <summary>Mentions by a name: of a state or bloc, its capital, its seat of power, an organ.</summary>
internal sealed class NameMentions(MentionDraft draft, Surroundings around)
{
    private readonly NationalityMentions nationalities = new(draft, around);
    private readonly Lexicon lexicon = draft.Lexicon;
    private readonly TextDocument document = draft.Document;
    private readonly HitTable hits = draft.Hits;
    private readonly ActorEvidence evidence = draft.Evidence;

    /// <summary>A name that speaks for nobody, or for a state from some day on («طالبان»); returns where to go on.</summary>
    public int ReadFixed(PhraseHit hit)
    {
        var row = lexicon.Offices.NonStates[hit.Entry.Row];
        var rules = row.Kind == NonStateKind.Dated && document.Article.Published >= row.From;
        draft.Add(new Mention
        {
            First = hit.First,
            End = hit.End,
            Actor = rules ? lexicon.ActorIndex[row.Code!] : -1,
            Kind = MentionKind.Name,
            Confidence = rules ? 0.8f : 1,
            AfterPreposition = around.IsAfterPreposition(hit),
        });
        return hit.End;
    }

    /// <summary>A name, capital, seat or nationality; returns where to go on.</summary>
    public int Read(PhraseHit hit)
    {
        var alias = draft.AliasOf(hit);
        var actor = lexicon.ActorIndex[alias.Actor];
        var preposition = around.IsAfterPreposition(hit);
        switch (alias.Kind)
        {
            case AliasKind.Demonym or AliasKind.DemonymPlural or AliasKind.DemonymWeak:
                return nationalities.Read(hit, alias, actor);
            case AliasKind.Capital or AliasKind.CapitalWeak:
                if ((hit.Taken & Clitic.Article) != 0)
                    return hit.First + 1;
                if (alias.Kind == AliasKind.CapitalWeak && around.IsOrdinaryWord(hit.First) && hit.End - hit.First == 1)
                    return hit.First + 1;
                if (IsInProperName(hit) || IsTitleInQuotes(hit) || IsPlaceOfEvent(hit))
                    return hit.End;
                draft.Add(new Mention
                {
                    First = hit.First,
                    End = hit.End,
                    Actor = actor,
                    Kind = MentionKind.Capital,
                    AfterPreposition = preposition,
                    IsPlace = around.IsPlace(hit),
                    Confidence = alias.Kind == AliasKind.CapitalWeak ? 0.5f : around.IsPlace(hit) ? 0.5f : 0.9f,
                });
                return hit.End;
            default:
                if (alias.Kind == AliasKind.Agency && (hit.Taken & Clitic.PrepositionK) != 0)
                    return hit.First + 1;
                if (alias.Kind == AliasKind.NameWeak && (document.IsArabic ? IsUnsupported(hit, alias) : IsInProperName(hit)))
                    return hit.End;
                if (!document.IsArabic && alias.Kind == AliasKind.Name && IsAbbreviation(hit) && IsNonStateWithin(hit.End))
                {
                    draft.Add(new Mention { First = hit.First, End = hit.End, Actor = -1, Kind = MentionKind.Name, Confidence = 1, AfterPreposition = preposition });
                    return hit.End;
                }
                // «الأمم المتحدة» is a name with its article; «الفرنسا» is none: a name without the article must not take one.
                if ((hit.Taken & Clitic.Article) != 0 && hit.End - hit.First == 1 && document.IsArabic && alias.Kind is not AliasKind.Seat)
                    return hit.First + 1;
                if (around.IsNonStateHead(hit.First - 1) && alias.Kind is AliasKind.Name or AliasKind.NameWeak)
                {
                    draft.Add(new Mention { First = hit.First, End = hit.End, Actor = -1, Kind = MentionKind.Name, Confidence = 1, AfterPreposition = preposition });
                    return hit.End;
                }
                draft.Add(new Mention
                {
                    First = hit.First,
                    End = hit.End,
                    Actor = actor,
                    Kind = alias.Kind is AliasKind.Seat or AliasKind.Agency or AliasKind.Organ or AliasKind.Council ? MentionKind.Seat : MentionKind.Name,
                    AfterPreposition = preposition,
                    IsPlace = around.IsPlace(hit),
                    Confidence = alias.Kind switch { AliasKind.NameWeak when !IsUsualName(alias) => 0.5f, AliasKind.Council => 0.4f, AliasKind.Agency => 0.7f, _ => around.IsPlace(hit) ? 0.7f : 1 },
                });
                return hit.End;
        }
    }

    /// <summary>Whether an English name stands within somebody's or something's name: Jordan Pickford, Jack London, Paris Saint-Germain.</summary>
    private bool IsInProperName(PhraseHit hit) =>
        !document.IsArabic && hit.End - hit.First == 1
        && (around.IsUnknownCapitalised(hit.First - 1) || around.IsUnknownCapitalised(hit.End));

    /// <summary>A capital alone between quotation marks is a newspaper or a club: قال لـ«الرياض».</summary>
    private bool IsTitleInQuotes(PhraseHit hit) =>
        document.IsArabic && hit.First > 0 && hit.End < document.Tokens.Count && document.Tokens[hit.First - 1].IsQuote && document.Tokens[hit.End].IsQuote;

    /// <summary>Whether a capital only says where something took place: «مؤتمر روما», «اتفاق باريس».</summary>
    private bool IsPlaceOfEvent(PhraseHit hit) =>
        hit.Taken == Clitic.None && hit.First > 0 && document.Tokens[hit.First - 1].IsWord
        && hits.Longest(hit.First - 1, NonStateKind.Event) is { } noun && (noun.LastTaken & (Clitic.Suffix | Clitic.Article)) == 0 && noun.End == hit.First;

    /// <summary>Whether a risky Arabic form («الاحتلال», «الجامعة», «الشرعية») stands in an article that names its actor by no better one.</summary>
    private bool IsUnsupported(PhraseHit hit, ActorAlias alias) => !lexicon.IsShared(hit.Entry.Row) && !IsUsualName(alias) && !evidence.Supports(alias.Actor);

    private bool IsUsualName(ActorAlias alias) => lexicon.Catalog.Actors[lexicon.ActorIndex[alias.Actor]] is var actor && (alias.Form == actor.EnglishName || alias.Form == actor.ArabicName);

    /// <summary>Whether a name is written in capitals only: US, UN, U.K.</summary>
    private bool IsAbbreviation(PhraseHit hit) => document.Tokens[hit.End - 1].Length <= 6 && (char.IsUpper(document.Text.Original[document.Text.ToOriginal(document.Tokens[hit.End - 1].End - 1)]) || document.Word(hit.End - 1).EndsWith("."));

    /// <summary>Whether a party, court, paper … follows within two words: US Supreme Court.</summary>
    private bool IsNonStateWithin(int next)
    {
        for (var i = next; i < Math.Min(next + 3, document.Tokens.Count) && document.Tokens[i].IsWord; i++)
        {
            if (hits.Is(i, EntryKind.Office) || hits.Is(i, EntryKind.Cue) || around.IsFunctionPreposition(i))
                return false;
            if (around.IsNonStateWord(i))
                return true;
        }
        return false;
    }
}
