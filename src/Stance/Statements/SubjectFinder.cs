namespace Stance;

/// <summary>Finds the explicit subject of a cue: named before it or after it, or told by the place from which its clause reports.</summary>
internal sealed class SubjectFinder
{
    private readonly MarkedText text;
    private readonly SpeakerGroups groups;
    private readonly FrontedSubjects fronted;
    private readonly ReportingPlaces places;
    private readonly ArabicSubjects arabic;

    public SubjectFinder(MarkedText text, SpeakerGroups groups, FrontedSubjects fronted, ReportingPlaces places)
    {
        (this.text, this.groups, this.fronted, this.places) = (text, groups, fronted, places);
        arabic = new ArabicSubjects(text, groups, fronted);
    }

    /// <summary>The states that are a cue's subject, joint ones together; empty where none is named.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="first">First token that can belong to its clause.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="isNoState">Whether somebody is named as the subject who is no state.</param>
    public List<Speaker> Of(CueHit cue, int first, Sentence sentence, out bool isNoState)
    {
        isNoState = false;
        if (cue.Form == CueForm.Participle)
            return OfParticiple(cue, sentence);
        return text.IsArabic ? Arabic(cue, first, sentence, out isNoState) : English(cue, first, sentence, out isNoState);
    }

    /// <summary>«كندا متمسكة»; Oman, refusing: a participle right after a name at the head of a sentence is its predicate.</summary>
    private List<Speaker> OfParticiple(CueHit cue, Sentence sentence)
    {
        if (fronted.Before(cue.First, sentence.FirstToken) is not (>= 0 and var head))
            return [];
        var mention = text.Mentions[head];
        // «انتقد الكرملين تصريحات ترامب، قائلا»: after a comma the sentence's subject goes on.
        if (text.Tokens[cue.First - 1].Kind == TokenKind.Comma && mention.First - sentence.FirstToken > 1)
            return [];
        return mention.IsState && mention.First - sentence.FirstToken <= 3 && cue.First - mention.End <= 3 ? groups.JoinedBack(head, Attribution.Subject, mention.Confidence * 0.9f) : [];
    }

    private List<Speaker> Arabic(CueHit cue, int first, Sentence sentence, out bool isNoState)
    {
        var place = IsSaid(cue) ? places.Arabic(cue.First, sentence) : -1;
        var next = Math.Min(cue.End, sentence.EndToken - 1);
        // «وفي المنامة قالت الخارجية»: the capital tells whose ministry it is, and whose official an unknown name.
        if (place >= 0 && text.MentionAt(next) < 0 && text.Is(next, EntryKind.Office))
        {
            isNoState = false;
            return AtPlace(place, 0.8f);
        }
        var subject = arabic.Of(cue, first, sentence, out isNoState);
        return place < 0 || isNoState || !IsVague(subject) ? subject : AtPlace(place, 0.7f);
    }

    private List<Speaker> English(CueHit cue, int first, Sentence sentence, out bool isNoState)
    {
        var subject = EnglishNamed(cue, first, sentence, out isNoState);
        if (!isNoState && IsSaid(cue) && IsVague(subject) && !text.IsPronoun(cue.First - 1) && places.English(cue.First, first) is >= 0 and var place)
            return AtPlace(place, 0.7f);
        return subject;
    }

    private List<Speaker> EnglishNamed(CueHit cue, int first, Sentence sentence, out bool isNoState)
    {
        isNoState = false;
        if (PassiveAgent(cue, sentence) is >= 0 and var agent)
            return groups.Joined(agent, Attribution.Subject, text.Mentions[agent].Confidence * 0.9f);
        if (fronted.BeforeInsertion(cue.First, sentence.FirstToken) is >= 0 and var parted)
            return Fronted(parted, out isNoState);
        if (fronted.Before(cue.First, first) is >= 0 and var before)
            return Fronted(before, out isNoState);
        if (Source(cue, sentence) is >= 0 and var source)
            return groups.Joined(source, Attribution.Subject, text.Mentions[source].Confidence * 0.9f);
        // «…», said Lavrov; «according to». «Aid workers said Israel had …» names nobody that speaks.
        var isInverted = cue.Form != CueForm.Verb || cue.First == sentence.FirstToken || !text.Tokens[cue.First - 1].IsWord;
        for (var i = cue.End; isInverted && i < Math.Min(sentence.EndToken, cue.End + 3); i++)
            if (text.MentionAt(i) is >= 0 and var k && text.Mentions[k].AfterPreposition == (cue.Form == CueForm.Noun) && text.Definition(cue).Polarity is null)
                return text.Mentions[k].IsState ? groups.Joined(k, Attribution.Subject, text.Mentions[k].Confidence) : [];
        isNoState = IsSaid(cue) && !isInverted && IsSomebodyElse(cue.First, sentence.FirstToken);
        return [];
    }

    private List<Speaker> Fronted(int mention, out bool isNoState)
    {
        isNoState = !text.Mentions[mention].IsState;
        return isNoState ? [] : groups.JoinedBack(mention, Attribution.Subject, text.Mentions[mention].Confidence * 0.95f);
    }

    /// <summary>Whether a plain noun stands before a verb of saying as its subject: «residents said», «analysts say». What an office or a pronoun means is told from what stands before.</summary>
    private bool IsSomebodyElse(int verb, int first)
    {
        var words = 0;
        for (var i = verb - 1; i >= first && text.Tokens[i].IsWord && words < 5; i--)
        {
            if (text.MentionAt(i) >= 0 || text.Is(i, EntryKind.Office) || text.Is(i, EntryKind.Cue) || text.Word(i) is "he" or "she" or "they" or "it" or "we" or "i" or "who" or "which" or "that" or "to" or "and" or "or" or "but" or "ministry" or "statement" or "spokesman" or "spokeswoman" or "minister" or "president" or "government")
                return false;
            if (!text.Lexicon.IsFunction(text.Readings[i]) && !text.Is(i, EntryKind.Marker))
                words++;
        }
        return words > 0;
    }

    /// <summary>Of a noun, whose it is: «criticism from China», «a call by Germany»; -1 where nothing tells.</summary>
    private int Source(CueHit cue, Sentence sentence)
    {
        if (cue.Form != CueForm.Noun || !CueClasses.IsVoiced(text.Definition(cue)) || cue.End >= sentence.EndToken - 1 || text.Word(cue.End) is not ("from" or "by"))
            return -1;
        return MentionAfter(cue.End, sentence);
    }

    /// <summary>The state named right after a word, with or without an article; -1 where none.</summary>
    private int MentionAfter(int word, Sentence sentence)
    {
        var at = text.MentionAt(word + 1) < 0 && text.Word(word + 1) is "the" ? word + 2 : word + 1;
        return at < sentence.EndToken && text.MentionAt(at) is >= 0 and var k && text.Mentions[k].First == at && text.Mentions[k].IsState ? k : -1;
    }

    /// <summary>«welcomed by Israel»: who does what a participle tells of; -1 where none is named.</summary>
    private int PassiveAgent(CueHit cue, Sentence sentence)
    {
        if (cue.Form != CueForm.Verb || cue.End >= sentence.EndToken - 1 || text.Word(cue.End) is not "by")
            return -1;
        return MentionAfter(cue.End, sentence);
    }

    private bool IsSaid(CueHit cue) => cue.Form == CueForm.Verb && CueClasses.IsSpeech(text.Definition(cue));

    /// <summary>Nobody, or somebody known only by what refers back to him: a place tells more.</summary>
    private bool IsVague(List<Speaker> subject) => subject.Count == 0 || text.Mentions[subject[0].Mention].Kind == MentionKind.Coreference;

    private List<Speaker> AtPlace(int place, float confidence) => [new Speaker(text.Mentions[place].Actor, confidence, Attribution.Subject, place)];
}
