namespace Stance.Benchmarks;

/// <summary>What becomes of an issue's favor and against phrases when its proposition is negated.</summary>
internal enum PhraseUse
{
    /// <summary>They change places, as a user would write them.</summary>
    Swapped,

    /// <summary>There are none, before and after: the proposition's words alone tell the side.</summary>
    None,

    /// <summary>They stay, and contradict the proposition.</summary>
    Kept,
}

/// <summary>Issues whose propositions say the contrary, in words: by the modal verb or the verb to be where there is one, else by «it is not true that».</summary>
internal static class NegatedIssues
{
    private static readonly (string Yes, string No)[] English =
    [
        (" should ", " should not "), (" must ", " must not "), (" may ", " may not "), (" can ", " cannot "), (" will ", " will not "), (" is ", " is not "), (" are ", " are not "), (" was ", " was not "), (" were ", " were not "), (" has ", " has not "), (" have ", " have not "),
    ];

    private static readonly (string Yes, string No)[] Arabic = [("ينبغي", "لا ينبغي"), ("يجوز", "لا يجوز"), ("يحق", "لا يحق"), ("يمكن", "لا يمكن"), ("يستحق", "لا يستحق"), ("تستحق", "لا تستحق")];

    /// <summary>An issue with the contrary proposition.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="phrases">What becomes of its phrases.</param>
    public static Issue Of(Issue issue, PhraseUse phrases) => issue with
    {
        Proposition = issue.Proposition.ToDictionary(p => p.Key, p => p.Key == LanguageDetector.Arabic ? OfArabic(p.Value) : OfEnglish(p.Value)),
        Favor = phrases switch { PhraseUse.Swapped => issue.Against, PhraseUse.Kept => issue.Favor, _ => Issue.NoPhrases },
        Against = phrases switch { PhraseUse.Swapped => issue.Favor, PhraseUse.Kept => issue.Against, _ => Issue.NoPhrases },
    };

    /// <summary>The issue itself, with its phrases or without.</summary>
    public static Issue Plain(Issue issue, PhraseUse phrases) => phrases == PhraseUse.None ? issue with { Favor = Issue.NoPhrases, Against = Issue.NoPhrases } : issue;

    public static string OfEnglish(string proposition)
    {
        foreach (var (yes, no) in English)
        {
            if (proposition.IndexOf(no, StringComparison.Ordinal) is >= 0 and var denied)
                return proposition[..denied] + yes + proposition[(denied + no.Length)..];
            if (proposition.IndexOf(yes, StringComparison.Ordinal) is >= 0 and var affirmed)
                return proposition[..affirmed] + no + proposition[(affirmed + yes.Length)..];
        }
        // Only an article loses its capital: other words may be names.
        var first = proposition.StartsWith("The ", StringComparison.Ordinal) || proposition.StartsWith("A ", StringComparison.Ordinal) ? char.ToLowerInvariant(proposition[0]) + proposition[1..] : proposition;
        return "It is not true that " + first;
    }

    public static string OfArabic(string proposition)
    {
        foreach (var (yes, no) in Arabic)
        {
            if (proposition.StartsWith(no + " ", StringComparison.Ordinal))
                return yes + proposition[no.Length..];
            if (proposition.StartsWith(yes + " ", StringComparison.Ordinal))
                return no + proposition[yes.Length..];
        }
        // «لا يجب» would say that nobody need to: it is the clause that is negated.
        if (proposition.StartsWith("يجب ", StringComparison.Ordinal) && proposition.IndexOf(" أن ", StringComparison.Ordinal) is >= 0 and var at)
            return proposition[..at] + " ألا " + proposition[(at + 4)..];
        return "ليس صحيحا أن " + proposition;
    }
}
