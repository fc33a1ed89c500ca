namespace Stance;

/// <summary>A sentence laid out before its statements are read: where its pieces begin, what is quoted, and who tells it as a whole.</summary>
internal sealed class SentenceLayout
{
    /// <summary>Number of the sentence in the document.</summary>
    public required int Index { get; init; }

    public required Sentence Sentence { get; init; }

    public required QuotedTokens Quotes { get; init; }

    /// <summary>It begins with a quotation whose speaker it does not name: «…», قال الوزير. «…».</summary>
    public required bool QuoteGoesOn { get; init; }

    /// <summary>It begins with a turn: «من جانبه».</summary>
    public required bool IsTurn { get; init; }

    /// <summary>The mention by whose word it is told; -1 where there is none.</summary>
    public required int Reporter { get; init; }

    public required Teller Teller { get; init; }

    /// <summary>The cues that begin a statement.</summary>
    public required List<CueHit> Cues { get; init; }

    /// <summary>First token of each cue's piece.</summary>
    public required int[] Starts { get; init; }

    /// <summary>Where the first cue begins with what belongs to it; the end of the sentence where it has no cue.</summary>
    public required int Lead { get; init; }

    /// <summary>What stands before <see cref="Lead"/> is told for itself, and is no part of the first cue's piece.</summary>
    public required bool LeadIsNarration { get; init; }

    /// <summary>One past the last token of a cue's piece.</summary>
    public int EndOf(int cue)
    {
        var end = cue + 1 < Cues.Count ? Starts[cue + 1] : Sentence.EndToken;
        return Starts[cue] < end ? end : Math.Min(Sentence.EndToken, Cues[cue].End);
    }
}
