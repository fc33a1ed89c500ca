namespace Stance;

/// <summary>Who was found to say or do a piece.</summary>
/// <param name="Speakers">The states, the surest first.</param>
/// <param name="IsNoState">Somebody says it who is no state.</param>
/// <param name="IsEmbedded">It lies within what somebody else says.</param>
internal readonly record struct PieceSpeaker(List<Speaker> Speakers, bool IsNoState, bool IsEmbedded);

/// <summary>Decides who says or does a piece, and remembers who goes on from it.</summary>
/// <remarks>In this order: who tells the whole sentence; an open quotation; what somebody else reports; an explicit subject, a state or not; who goes on within the sentence;
/// who is carried over from the sentence before.</remarks>
internal sealed class PieceSpeakers(MarkedText text, SpeakerMemory memory)
{
    public PieceSpeaker Of(Piece piece, SentenceLayout layout)
    {
        if (piece.IsTold)
            return Told(piece, layout.Teller);
        if (piece.InQuote && memory.Current.Count > 0 && (piece.Outer >= 0 || layout.Sentence.OpensInQuote || layout.QuoteGoesOn))
            return Quoted(piece);
        if (piece.IsEmbedded)
            return Embedded(piece);
        if (piece.Subject.Count > 0)
            return Named(piece);
        if (piece.IsNoState)
            return NoState(piece);
        if (piece.Cue.Form == CueForm.Participle || piece.Definition.Class is "continue" || piece.Outer >= 0 || piece.Follows)
            return new PieceSpeaker(SpeakerGroups.Downgrade(memory.Current, Attribution.Continued, 0.9f), memory.IsNoState, false);
        return Carried(piece);
    }

    private PieceSpeaker Told(Piece piece, Teller teller)
    {
        // «دعت الحكومة السورية المنظمة إلى التحقيق، بحسب ما ذكرته وسائل إعلام»: that another reports it makes it no less the state's word.
        if (piece.Subject.Count > 0 && !piece.InQuote && !piece.IsNoun && CueClasses.IsSpeech(piece.Definition) && piece.Definition.Class is not "say")
            return WithTeller(Named(piece), teller);
        var speakers = SpeakerGroups.Downgrade(teller.Speakers, Attribution.Outer, 0.9f);
        SpeakerGroups.AddEmbedded(speakers, piece.Subject, piece.InQuote ? 0.35f : 0.5f);
        return new PieceSpeaker(speakers, teller.IsNoState, true);
    }

    private static PieceSpeaker WithTeller(PieceSpeaker named, Teller teller) =>
        named with { Speakers = [.. named.Speakers, .. SpeakerGroups.Downgrade(teller.Speakers, Attribution.Outer, 0.5f).Where(t => !named.Speakers.Exists(n => n.Actor == t.Actor))] };

    private PieceSpeaker Quoted(Piece piece)
    {
        var speakers = SpeakerGroups.Downgrade(memory.Current, piece.Outer >= 0 ? Attribution.Outer : Attribution.Continued, 0.9f);
        SpeakerGroups.AddEmbedded(speakers, piece.Subject, 0.35f);
        return new PieceSpeaker(speakers, false, true);
    }

    private PieceSpeaker Embedded(Piece piece)
    {
        // «Putin sees no proof in the attack of which Washington accuses Damascus»: what another says there is hardly the outer speaker's word.
        // «…, but Israel doubts it»: as a rule the report goes on, and not the speech.
        // «…، بعدما تحدث مسعفون عن عشرات القتلى»: nor is what somebody else said before.
        var turned = piece.IsContrasted && (piece.Subject.Count > 0 || piece.IsNoState) && !piece.IsNoun && !piece.Subject.Exists(s => memory.Current.Exists(c => c.Actor == s.Actor));
        var another = piece.IsRelative && piece.Subject.Count > 0 && !CueClasses.IsAct(piece.Definition) && !piece.Subject.Exists(s => memory.Current.Exists(c => c.Actor == s.Actor));
        var speakers = SpeakerGroups.Downgrade(memory.Current, Attribution.Outer, another || turned ? 0.4f : piece.IsNoun && piece.Subject.Count > 0 ? 0.5f : 0.85f);
        SpeakerGroups.AddEmbedded(speakers, piece.Subject, piece.IsRelative || turned ? 0.8f : piece.IsNoun ? 0.75f : 0.5f);
        return new PieceSpeaker(speakers, false, true);
    }

    private PieceSpeaker Named(Piece piece)
    {
        if (piece.LeadsOn)
            memory.Name(piece.Subject, false);
        if (piece.Cue.Form == CueForm.Verb && !piece.IsRelative && !CueClasses.IsAct(piece.Definition))
            memory.Say(piece.Subject);
        return new PieceSpeaker(piece.Subject, false, false);
    }

    private PieceSpeaker NoState(Piece piece)
    {
        if (piece.LeadsOn)
            memory.NameNoState();
        return new PieceSpeaker([], true, false);
    }

    /// <summary>A verb without a subject at the head of a sentence: the speaker goes on. Of a noun nothing is known.</summary>
    private PieceSpeaker Carried(Piece piece)
    {
        var isVerb = piece.Cue.Form == CueForm.Verb;
        var isPlain = piece.Definition.Polarity is null;
        var says = isVerb && (isPlain || text.IsPronoun(piece.Cue.First - 1)) && !CueClasses.IsAct(piece.Definition) && memory.Sayer.Count > 0;
        var speakers = SpeakerGroups.Downgrade(says ? memory.Sayer : memory.BeforeSentence, Attribution.Carried, piece.IsNoun ? 0.4f : isPlain || piece.Cue.Conjunction ? 0.8f : 0.6f);
        if (isVerb && speakers.Count > 0)
            memory.GoOn(speakers);
        return new PieceSpeaker(speakers, memory.IsNoState, false);
    }
}
