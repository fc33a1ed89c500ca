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
        if (fronted.Before(cue.First, first) is >= 0 and var before)
        {
            isNoState = !text.Mentions[before].IsState;
            return isNoState ? [] : groups.JoinedBack(before, Attribution.Subject, text.Mentions[before].Confidence * 0.95f);
        }
        // «…», said Lavrov; «according to».
        for (var i = cue.End; i < Math.Min(sentence.EndToken, cue.End + 3); i++)
            if (text.MentionAt(i) is >= 0 and var k && text.Mentions[k].AfterPreposition == (cue.Form == CueForm.Noun) && text.Definition(cue).Polarity is null)
                return text.Mentions[k].IsState ? groups.Joined(k, Attribution.Subject, text.Mentions[k].Confidence) : [];
        return [];
    }

    /// <summary>«welcomed by Israel»: who does what a participle tells of; -1 where none is named.</summary>
    private int PassiveAgent(CueHit cue, Sentence sentence)
    {
        if (cue.Form != CueForm.Verb || cue.End >= sentence.EndToken - 1 || text.Word(cue.End) is not "by")
            return -1;
        var at = text.Word(cue.End + 1) is "the" ? cue.End + 2 : cue.End + 1;
        return at < sentence.EndToken && text.MentionAt(at) is >= 0 and var k && text.Mentions[k].First == at && text.Mentions[k].IsState ? k : -1;
    }

    private bool IsSaid(CueHit cue) => cue.Form == CueForm.Verb && CueClasses.IsSpeech(text.Definition(cue));

    /// <summary>Nobody, or somebody known only by what refers back to him: a place tells more.</summary>
    private bool IsVague(List<Speaker> subject) => subject.Count == 0 || text.Mentions[subject[0].Mention].Kind == MentionKind.Coreference;

    private List<Speaker> AtPlace(int place, float confidence) => [new Speaker(text.Mentions[place].Actor, confidence, Attribution.Subject, place)];
}
