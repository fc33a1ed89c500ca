namespace Stance;

/// <summary>Where a table of labelled pairs has what, and what its labels mean. Immutable; change with <c>with</c>.</summary>
public sealed record PassageColumns
{
    /// <summary>Name of the column of passages. Default <c>passage</c>.</summary>
    public string Passage { get; init; } = "passage";

    /// <summary>Name of the column of propositions. Default <c>proposition</c>.</summary>
    public string Proposition { get; init; } = "proposition";

    /// <summary>Name of the column of stances. Default <c>stance</c>.</summary>
    public string Stance { get; init; } = "stance";

    /// <summary>Keeps only the rows that have this value in this column; <c>null</c>: all rows. Default <c>null</c>.</summary>
    public (string Column, string Value)? Where { get; init; }

    /// <summary>What the table's labels mean, whatever their case. Default: the words that the field's data sets use, <see cref="KnownLabels"/>.</summary>
    public IReadOnlyDictionary<string, StanceLabel> Labels { get; init; } = KnownLabels;

    /// <summary>Labels in use: favor, favour, for, pro, support, agree; against, con, oppose, deny, disagree; neutral, none, neither, other, discuss, unrelated.</summary>
    public static IReadOnlyDictionary<string, StanceLabel> KnownLabels { get; } =
        new (StanceLabel Stance, string Words)[]
        {
            (StanceLabel.Favor, "favor favour for pro support agree"), (StanceLabel.Against, "against con oppose deny disagree"), (StanceLabel.Neutral, "neutral none neither other discuss unrelated"),
        }.SelectMany(l => l.Words.Split(' ').Select(w => (Word: w, l.Stance))).ToDictionary(p => p.Word, p => p.Stance, StringComparer.OrdinalIgnoreCase);
}
