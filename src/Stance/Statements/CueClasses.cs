namespace Stance;

/// <summary>Tells the classes of cues apart: what is said or felt from what is done.</summary>
internal static class CueClasses
{
    private static readonly HashSet<string> Speech =
        ["say", "continue", "assert", "believe", "deny", "reject", "condemn", "accuse", "praise", "thank", "call", "warn", "threaten", "hope", "worry", "regret", "doubt", "mock", "insult", "demand", "support", "welcome", "criticise", "question",
        "commit", "offer", "abstain", "defer", "vote-for", "vote-against", "veto", "refuse", "recognise"];

    /// <summary>A cue of saying or of attitude, votes and refusals among them.</summary>
    public static bool IsSpeech(Cue cue) => Speech.Contains(cue.Class);

    /// <summary>A cue of a deed. A vote, a refusal and a recognition are both speech and act.</summary>
    public static bool IsAct(Cue cue) => !Speech.Contains(cue.Class) || cue.Class is "vote-for" or "vote-against" or "veto" or "abstain" or "recognise" or "refuse";
}
