namespace Stance;

/// <summary>Which part of an issue's definition a phrase comes from.</summary>
internal enum PhraseGroup : byte
{
    Topic,
    Favor,
    Against,
    Proposition,
    Name,
}

/// <summary>One word of a phrase: its weight, and whether it names a state.</summary>
internal readonly record struct PhraseWord(float Weight, bool IsState);

/// <summary>A phrase of an issue, ready for matching.</summary>
/// <param name="Issue">Index of the issue.</param>
/// <param name="Group">Where it comes from.</param>
/// <param name="FirstWord">Index of its first word among all words of the index.</param>
/// <param name="Words">Its words.</param>
/// <param name="ContentWeight">Sum of the weights of words that name no state.</param>
/// <param name="StateWeight">Sum of the weights of words that do.</param>
internal sealed record IssuePhrase(int Issue, PhraseGroup Group, int FirstWord, PhraseWord[] Words, float ContentWeight, float StateWeight);

/// <summary>How well a stretch of text matches one issue. All scores in [0, 1] but <see cref="Mass"/>, which is a sum of word weights.</summary>
internal struct IssueMatch
{
    /// <summary>Match from which on a stretch is clearly about an issue.</summary>
    public const float Clear = 0.6f;

    public int Issue;

    /// <summary>Best share of the informative words of a topic phrase (or the issue's name).</summary>
    public float Topic;

    /// <summary>Best share for a favor phrase.</summary>
    public float Favor;

    /// <summary>Best share for an against phrase.</summary>
    public float Against;

    /// <summary>Share of the proposition's informative words.</summary>
    public float Proposition;

    /// <summary>Weight of the distinct informative words of the whole definition that were matched.</summary>
    public float Mass;

    /// <summary>Share of the issue's anchors, the words it is known by, that were matched.</summary>
    public float Anchor;

    /// <summary>Share of the states that the proposition names which the stretch names too; 1 where it names none.</summary>
    public float States;

    /// <summary>Token of the first matched word of the best favor phrase, of the best against phrase, and of any phrase; -1 where none.</summary>
    public int FavorAt, AgainstAt, At;

    /// <summary>One past the last matched token.</summary>
    public int MatchEnd;

    /// <summary>The best of topic, favor, against and proposition.</summary>
    public readonly float Best => Math.Max(Math.Max(Topic, Proposition), Math.Max(Favor, Against));
}
