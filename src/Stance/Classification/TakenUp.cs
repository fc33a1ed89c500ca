namespace Stance;

/// <summary>Finds the statements that take up with a pronoun or a demonstrative what was spoken of before: «عارضته بولندا», «ورحبت به برلين», «نفت هذه الاتهامات».</summary>
internal static class TakenUp
{
    private static readonly WordSet Pronouns = ["به", "بها", "له", "لها", "عليه", "عليها", "منه", "منها", "عنه", "عنها", "فيه", "فيها", "ذلك", "بذلك", "it", "this"];

    /// <summary>Tokens from a cue's first on within which its pronoun stands.</summary>
    private const int Reach = 5;

    /// <summary>For each statement the token that stands for what was spoken of, or the one after a verb that has it as a suffix, since a verb has a direction of its own; -1 where none does.</summary>
    public static int[] Of(Lexicon lexicon, ArticleAnalysis analysis, StatementSignals[] signals)
    {
        var tokens = new int[signals.Length];
        for (var s = 0; s < tokens.Length; s++)
            tokens[s] = At(lexicon, analysis, signals[s], analysis.Statements[s]);
        return tokens;
    }

    private static int At(Lexicon lexicon, ArticleAnalysis analysis, StatementSignals signal, Statement statement)
    {
        var judges = signal.Group is CueGroup.Support or CueGroup.Reject or CueGroup.Condemn or CueGroup.Deny or CueGroup.Assert or CueGroup.Commit or CueGroup.Worry or CueGroup.Abstain;
        if (signal.Anaphora > 0)
            for (var i = statement.First; i < statement.End; i++)
                if (analysis.Hits.Longest(i, MarkerClass.Anaphora) is not null)
                    return i;
        // One is accused or called upon by a pronoun too: that is somebody, and not what was spoken of.
        if (statement.Cue < 0 || !judges)
            return -1;
        if (analysis.Document.IsArabic && analysis.Hits.Longest(statement.Cue, EntryKind.Cue) is { } cue && ((cue.Taken | cue.LastTaken) & Clitic.Suffix) != 0)
            return Math.Min(cue.End, statement.End - 1);
        for (var i = statement.Cue + 1; i < Math.Min(statement.Cue + Reach, statement.End); i++)
            if (analysis.Document.Tokens[i].IsWord && Pronouns.Contains(analysis.Document.Word(i)))
                return i;
        return -1;
    }
}
