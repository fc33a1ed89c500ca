namespace Stance;

/// <summary>One candidate pair in one article with the features of its statements: an (actor, issue), or a (source, target) of sentiment.</summary>
internal sealed class PairSample
{
    /// <summary>Index of the actor, or of the source.</summary>
    public required int First { get; init; }

    /// <summary>Index of the issue, or of the target.</summary>
    public required int Second { get; init; }

    /// <summary>The statements that bear on the pair.</summary>
    public required int[] Statements { get; init; }

    /// <summary>Their features; empty until a gate has let the pair pass.</summary>
    public FeatureRows Rows { get; set; }

    /// <summary>How surely the first actor speaks each of them, kept when the features are dropped; empty for sentiments.</summary>
    public float[] Confidences { get; set; } = [];

    /// <summary>Reads one of them as a sequence of roles; <c>null</c>: not asked for. Few statements of few candidates ever are.</summary>
    public Func<int, RoleSequence>? Read { get; set; }

    private RoleSequence?[] sequences = [];

    /// <summary>A statement as a sequence of roles.</summary>
    /// <param name="row">Its number among <see cref="Statements"/>.</param>
    public RoleSequence Sequence(int row)
    {
        if (sequences.Length == 0)
            sequences = new RoleSequence?[Statements.Length];
        return sequences[row] ??= Read?.Invoke(row) ?? RoleSequence.Empty;
    }

    /// <summary>The states that its proposition names; none in sentiments.</summary>
    public int[] Named { get; init; } = [];

    /// <summary>Of each of them, its part in the proposition (<see cref="PropositionParts"/>).</summary>
    public float[] NamedParts { get; init; } = [];

    /// <summary>The actor's own part in the proposition: 1 where that is to its good, -1 where to its harm, 0 else.</summary>
    public float Part => Array.IndexOf(Named, First) is >= 0 and var k ? NamedParts[k] : 0;

    /// <summary>The pair as it would be without one of its statements.</summary>
    public PairSample Without(int row) => new()
    {
        First = First,
        Second = Second,
        Gate = Gate,
        WholeLength = WholeLength,
        whole = whole,
        Named = Named,
        NamedParts = NamedParts,
        Article = Article,
        Statements = [.. Statements[..row], .. Statements[(row + 1)..]],
        Rows = Rows.Without(row),
        Confidences = [.. Confidences.Where((_, r) => r != row)],
        Read = r => Sequence(r < row ? r : r + 1),
    };

    /// <summary>In training: reads all sequences, so that the article need not be kept.</summary>
    public void ReadSequences()
    {
        for (var r = 0; r < Rows.Count; r++)
            Sequence(r);
        RoleSequence.Pack(sequences);
        Read = null;
    }

    /// <summary>What is cheap to know of the pair.</summary>
    public required float[] Gate { get; init; }

    /// <summary>How many of these are features of the pair as a whole.</summary>
    public required int WholeLength { get; init; }

    /// <summary>Features of the pair as a whole.</summary>
    public ReadOnlySpan<float> Whole => whole ?? Gate.AsSpan(0, WholeLength);

    private float[]? whole;

    /// <summary>In training, for the ablation table: features of the pair as a whole that are no longer the gate's.</summary>
    public Span<float> WholeApart() => whole ??= Whole.ToArray();

    /// <summary>In training, once its statements have their scores: the features of many thousand statements are what takes most memory.</summary>
    public void DropRows() => (Rows, sequences, Read) = (default, [], null);

    /// <summary>In training: what it is.</summary>
    public PairLabel Label { get; set; } = PairLabel.Unknown;

    /// <summary>In training: how much it counts, in (0, 1]. A stance that is told by allusion only, far from any word of its issue, teaches little of how stances are expressed.</summary>
    public float Weight { get; set; } = 1;

    /// <summary>In training: its article is as long as real ones are. Calibration and thresholds look at these only: in a dense short article a candidate is a stance far more often.</summary>
    public bool IsLong { get; set; }

    /// <summary>In training: which statements overlap its evidence.</summary>
    public bool[] IsEvidence { get; set; } = [];

    /// <summary>In training: index of its article.</summary>
    public int Article { get; set; }

    /// <summary>In training: fold in which it is held out.</summary>
    public int Fold { get; set; }
}

/// <summary>What a pair is in the training data. Of sentiments, favor stands for positive and against for negative.</summary>
internal enum PairLabel : byte
{
    Unknown,
    None,
    Favor,
    Against,
    Neutral,
}
