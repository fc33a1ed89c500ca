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

/// <summary>A word of an issue's phrases, and what is asked of it while an article is read.</summary>
/// <param name="Phrase">Its phrase.</param>
/// <param name="Distinct">Number, among the distinct words of all issues, of the one that it is an instance of.</param>
/// <param name="Weight">How informative it is.</param>
/// <param name="IsState">It names a state.</param>
/// <param name="Orientation">Which way it points, in [-1, 1]: 1 where speaking well of it is to favor the proposition, -1 where it is to be against it.</param>
/// <param name="Anchor">How much it is what the issue is known by, in [0, 1].</param>
/// <param name="Core">Its share of all that the issue is known by, in [0, 1]: as for anchors, but every word has one.</param>
internal readonly record struct IssueWord(int Phrase, int Distinct, float Weight, bool IsState, float Orientation, float Anchor, float Core);

/// <summary>A phrase of an issue, ready for matching.</summary>
/// <param name="Issue">Index of the issue.</param>
/// <param name="Group">Where it comes from.</param>
/// <param name="FirstWord">Index of its first word among all words of the index.</param>
/// <param name="Length">Number of its words.</param>
/// <param name="ContentWeight">Sum of the weights of words that name no state.</param>
/// <param name="StateWeight">Sum of the weights of words that do.</param>
/// <param name="Negation">Parity of the negation within it.</param>
internal readonly record struct IssuePhrase(int Issue, PhraseGroup Group, int FirstWord, int Length, float ContentWeight, float StateWeight, int Negation);

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

    /// <summary>Share of all that the issue is known by that was matched.</summary>
    public float Core;

    /// <summary>Share of the states that the proposition names which the stretch names too; 1 where it names none.</summary>
    public float States;

    /// <summary>Token of the first matched word of the best favor phrase, of the best against phrase, and of any phrase; -1 where none.</summary>
    public int FavorAt, AgainstAt, At;

    /// <summary>The best of topic, favor, against and proposition.</summary>
    public float Best;
}
