using Microsoft.Data.Analysis;

namespace Stance;

/// <summary>Two actors on one issue; at least one of them has a cell.</summary>
public sealed record ContrastRow
{
    /// <summary>On what.</summary>
    public required Issue Issue { get; init; }

    /// <summary>What the first says, or <c>null</c> without evidence.</summary>
    public StanceCell? First { get; init; }

    /// <summary>What the second says, or <c>null</c> without evidence.</summary>
    public StanceCell? Second { get; init; }

    /// <summary>Score of the first less that of the second, in [−2, 2], with its 95 % bootstrap interval: articles are drawn from those of both together, and both are scored on the same draw. <c>null</c> where one of them has no evidence.</summary>
    public Estimate? Difference { get; init; }

    /// <summary>One favors and the other is against: the scores have different signs.</summary>
    public bool Opposed => First is not null && Second is not null && First.Score * Second.Score < 0;

    /// <summary>The first's evidence that divides: the most probable stance on its own side of the other, or the most probable one of all.</summary>
    public (Article Article, ActorStance Stance)? FirstEvidence => Best(First, Difference?.Value ?? 0);

    /// <summary>The second's evidence that divides.</summary>
    public (Article Article, ActorStance Stance)? SecondEvidence => Best(Second, -(Difference?.Value ?? 0));

    private static (Article, ActorStance)? Best(StanceCell? cell, double side)
    {
        if (cell is null)
            return null;
        var own = side > 0 ? StanceLabel.Favor : StanceLabel.Against;
        foreach (var evidence in cell.Evidence)
            if (side != 0 && evidence.Stance.Stance == own)
                return evidence;
        return cell.Evidence[0];
    }
}

/// <summary>Two actors side by side over all issues, with the evidence that divides them. Immutable.</summary>
[TypeFormatterSource(typeof(DisplayFormatters))]
public sealed class StanceContrast : IDisplayed
{
    private StanceContrast(Actor first, Actor second, List<ContrastRow> rows, Agreement? agreement) => (First, Second, Rows, Agreement) = (first, second, rows, agreement);

    /// <summary>One actor.</summary>
    public Actor First { get; }

    /// <summary>The other.</summary>
    public Actor Second { get; }

    /// <summary>The issues on which either takes a stance: those on which both do, the widest apart first; then those of the first alone, then those of the second alone, by id.</summary>
    public IReadOnlyList<ContrastRow> Rows { get; }

    /// <summary>Their agreement, or <c>null</c> where they share fewer than three issues. <see cref="Stance.Agreement.First"/> is the one whose code comes first.</summary>
    public Agreement? Agreement { get; }

    /// <summary>The contrast of two actors; <c>null</c> where one of them has no cell at all.</summary>
    /// <param name="matrix">Scores by actor and issue.</param>
    /// <param name="first">Code of one actor.</param>
    /// <param name="second">Code of the other.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <exception cref="ArgumentException">Both codes are the same.</exception>
    public static StanceContrast? Of(StanceMatrix matrix, string first, string second, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (first == second)
            throw new ArgumentException($"actors '{first}' and '{second}' are the same; allowed: two different ones", nameof(second));
        var (a, b) = (matrix.Actors.FirstOrDefault(x => x.Code == first), matrix.Actors.FirstOrDefault(x => x.Code == second));
        if (a is null || b is null)
            return null;
        var rows = from issue in matrix.Issues
                   let one = matrix[first, issue.Id]
                   let other = matrix[second, issue.Id]
                   where one is not null || other is not null
                   select new ContrastRow { Issue = issue, First = one, Second = other, Difference = one is null || other is null ? null : StanceScore.Difference(one, other, seed) };
        var (low, high) = string.CompareOrdinal(first, second) < 0 ? (a, b) : (b, a);
        return new StanceContrast(a, b,
            [.. rows.OrderBy(r => r.Difference is not null ? 0 : r.First is not null ? 1 : 2).ThenByDescending(r => Math.Abs(r.Difference?.Value ?? 0)).ThenBy(r => r.Issue.Id, StringComparer.Ordinal)],
            AgreementNetwork.Between(matrix, low, high, new AgreementOptions { Seed = seed }));
    }

    /// <summary>A row an issue with columns <c>issue</c>, <c>first</c>, <c>second</c> (codes), <c>score_first</c>, <c>score_second</c>, <c>difference</c>, <c>low</c>, <c>high</c> (missing where one has no evidence), <c>n_first</c>,
    /// <c>n_second</c>, <c>opposed</c>, <c>article_first</c>, <c>evidence_first</c>, <c>article_second</c> and <c>evidence_second</c>.</summary>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("issue", Rows.Select(r => r.Issue.Id)), new StringDataFrameColumn("first", Rows.Select(_ => First.Code)), new StringDataFrameColumn("second", Rows.Select(_ => Second.Code)),
        new DoubleDataFrameColumn("score_first", Rows.Select(r => r.First?.Score)), new DoubleDataFrameColumn("score_second", Rows.Select(r => r.Second?.Score)),
        new DoubleDataFrameColumn("difference", Rows.Select(r => r.Difference?.Value)), new DoubleDataFrameColumn("low", Rows.Select(r => r.Difference?.Low)), new DoubleDataFrameColumn("high", Rows.Select(r => r.Difference?.High)),
        new Int32DataFrameColumn("n_first", Rows.Select(r => r.First?.Count ?? 0)), new Int32DataFrameColumn("n_second", Rows.Select(r => r.Second?.Count ?? 0)),
        new BooleanDataFrameColumn("opposed", Rows.Select(r => r.Opposed)),
        new StringDataFrameColumn("article_first", Rows.Select(r => r.FirstEvidence?.Article.Id ?? "")), new StringDataFrameColumn("evidence_first", Rows.Select(r => FrameCsv.First(r.FirstEvidence?.Stance.Evidence))),
        new StringDataFrameColumn("article_second", Rows.Select(r => r.SecondEvidence?.Article.Id ?? "")), new StringDataFrameColumn("evidence_second", Rows.Select(r => FrameCsv.First(r.SecondEvidence?.Stance.Evidence))));

    /// <summary>The rows as CSV, UTF-8, with the columns of <see cref="ToDataFrame"/>; text that a spreadsheet would run as a formula is made harmless by an apostrophe.</summary>
    public void WriteCsv(TextWriter writer) => FrameCsv.Write(ToDataFrame(), writer);

    /// <summary>The result as a table of HTML that needs no script and keeps its style in notebooks that are not trusted; what articles and users wrote is escaped.</summary>
    public string ToHtml() => ResultTables.Of(this).ToHtml();

    DisplayTable IDisplayed.Display() => ResultTables.Of(this);
}
