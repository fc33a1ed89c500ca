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

    /// <summary>A noun of which it is said whose it is: «ترحيبا من باريس», criticism from China. One warns and worries of somebody, and withdraws from him.</summary>
    public static bool IsVoiced(Cue cue) => cue.Class is "support" or "welcome" or "reject" or "condemn" or "criticise" or "praise" or "call" or "demand" or "threaten" or "accuse" or "deny" or "assert" or "commit" or "say" or "question";

    /// <summary>Of a word inside what is said: the sign with which it accepts or refuses, and -1 where it condemns or warns of what it takes to be so.</summary>
    public static (sbyte Attitude, sbyte Blame) AttitudeOf(Cue cue) => cue.Class switch
    {
        "reject" or "refuse" or "deny" or "doubt" or "vote-against" or "veto" => (-1, 0),
        "condemn" or "criticise" or "mock" or "insult" or "warn" or "worry" or "regret" => (0, -1),
        "support" or "welcome" or "praise" or "thank" or "vote-for" or "recognise" or "demand" or "call" or "agree" or "permit" => (1, 0),
        _ => (0, 0),
    };
}
