namespace Stance;

/// <summary>A stretch of a sentence with its cue and subject, before it is decided who says or does it.</summary>
internal sealed class Piece
{
    public required CueHit Cue { get; init; }

    public required Cue Definition { get; init; }

    /// <summary>First token.</summary>
    public required int First { get; init; }

    /// <summary>One past its last token.</summary>
    public required int End { get; init; }

    /// <summary>The cue stands within quotation marks.</summary>
    public required bool InQuote { get; init; }

    /// <summary>The cue stands in a relative clause.</summary>
    public required bool IsRelative { get; init; }

    /// <summary>The states named as the cue's subject.</summary>
    public required List<Speaker> Subject { get; init; }

    /// <summary>Somebody is named as the subject who is no state.</summary>
    public required bool IsNoState { get; init; }

    /// <summary>Index of the statement in whose content it may lie; -1 where there is none.</summary>
    public required int Outer { get; init; }

    /// <summary>It lies within what somebody else says.</summary>
    public required bool IsEmbedded { get; init; }

    /// <summary>A contrast parts it from the clause before: «… ، لكن إسرائيل تشكك في ذلك».</summary>
    public required bool IsContrasted { get; init; }

    /// <summary>It is told by who tells the whole sentence.</summary>
    public required bool IsTold { get; init; }

    /// <summary>A statement of the same sentence stands before it.</summary>
    public required bool Follows { get; init; }

    public bool IsNoun => Cue.Form == CueForm.Noun;

    /// <summary>Its subject goes on into what follows: it is a verb and in no relative clause.</summary>
    public bool LeadsOn => !IsNoun && !IsRelative;
}
