namespace Stance;

/// <summary>How something is said or done.</summary>
internal enum StatementKind : byte
{
    /// <summary>No verb of saying or doing was found: narration.</summary>
    Narration,

    /// <summary>Direct speech: within quotation marks.</summary>
    Direct,

    /// <summary>Reported speech.</summary>
    Indirect,

    /// <summary>An act: a vote, a strike, a sanction, a recognition.</summary>
    Act,
}

/// <summary>How a speaker was found.</summary>
internal enum Attribution : byte
{
    /// <summary>Named as the subject of this very statement.</summary>
    Subject,

    /// <summary>Carried on from the statement before: a continuation verb, a participle, a quotation that goes on.</summary>
    Continued,

    /// <summary>Carried on over a sentence with no sign of it.</summary>
    Carried,

    /// <summary>The speaker of the statement in which this one is embedded.</summary>
    Outer,

    /// <summary>Subject of a statement that somebody else reports.</summary>
    Embedded,

    /// <summary>First named in a statement without a verb of saying or doing.</summary>
    Topic,
}

/// <summary>Who says or does a statement, and how sure that is.</summary>
/// <param name="Actor">Index of the actor.</param>
/// <param name="Confidence">In (0, 1].</param>
/// <param name="How">How it was found.</param>
/// <param name="Mention">Index of the mention that names the speaker, in the document's list.</param>
internal readonly record struct Speaker(int Actor, float Confidence, Attribution How, int Mention);

/// <summary>One unit of saying or doing: a stretch of a sentence with its cue and its speakers.</summary>
internal sealed class Statement
{
    /// <summary>Index of its sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>First token.</summary>
    public required int First { get; init; }

    /// <summary>One past its last token.</summary>
    public required int End { get; init; }

    /// <summary>First token of the cue; -1 where there is none.</summary>
    public int Cue { get; init; } = -1;

    /// <summary>Row of the cue in the lexicon; -1 where there is none.</summary>
    public int CueRow { get; init; } = -1;

    public StatementKind Kind { get; init; }

    /// <summary>The cue is negated («لم يستبعد»).</summary>
    public bool CueNegated { get; init; }

    /// <summary>The cue is a noun («رفض موسكو») or a participle in an attribute.</summary>
    public bool CueIsNoun { get; init; }

    /// <summary>Number of statements in which this one is embedded.</summary>
    public int Depth { get; init; }

    /// <summary>The statement in which this one is embedded, or -1.</summary>
    public int Outer { get; init; } = -1;

    /// <summary>It stands within quotation marks.</summary>
    public bool InQuote { get; init; }

    /// <summary>Who says or does it, the surest first.</summary>
    public required List<Speaker> Speakers { get; init; }

    /// <summary>Somebody is named as the subject who is no state.</summary>
    public bool SpeakerIsNoState { get; init; }

    public bool Contains(int token) => token >= First && token < End;
}
