namespace Stance;

/// <summary>A mention as the later stages see it: token range, who, by what, and in which grammatical place.</summary>
internal struct Mention
{
    /// <summary>First token.</summary>
    public int First;

    /// <summary>One past the last token, the learnt or known name after an office included.</summary>
    public int End;

    /// <summary>Index of the actor in the catalogue; -1 for somebody who is not a state.</summary>
    public int Actor;

    public MentionKind Kind;

    /// <summary>How sure it is that the words mean this actor, in (0, 1].</summary>
    public float Confidence;

    /// <summary>Id of the office, or <c>null</c>.</summary>
    public string? Office;

    /// <summary>The mention follows a preposition: it is where or toward whom, hardly who.</summary>
    public bool AfterPreposition;

    /// <summary>A place rather than a government: a name after «في» and the like.</summary>
    public bool IsPlace;

    /// <summary>A nationality that modifies a noun which is no office («الضربة الأميركية»).</summary>
    public bool IsAttributive;

    /// <summary>Joined to the mention before it by «و» or a comma: a list of actors.</summary>
    public bool JoinsPrevious;

    /// <summary>After «نظير»: a counterpart, whom somebody else meets or addresses.</summary>
    public bool IsCounterpart;

    public readonly bool IsState => Actor >= 0;
}
