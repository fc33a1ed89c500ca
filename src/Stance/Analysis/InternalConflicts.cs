using Microsoft.Data.Analysis;

namespace Stance;

/// <summary>One who speaks for an actor on an issue.</summary>
public sealed record StanceVoice
{
    /// <summary>The words by which the articles name the speaker most often; the empty string for those that they do not name.</summary>
    public required string Name { get; init; }

    /// <summary>The office holder who is named, if the catalogue knows one.</summary>
    public OfficeHolder? Holder { get; init; }

    /// <summary>Score over the articles in which this one speaks, in [−1, 1], as in <see cref="StanceCell.Score"/>.</summary>
    public required double Score { get; init; }

    /// <summary>The stances with their articles, the most probable first.</summary>
    public required IReadOnlyList<(Article Article, ActorStance Stance)> Evidence { get; init; }

    /// <summary>Articles in which this one speaks.</summary>
    public int Count => Evidence.Count;
}

/// <summary>An actor that speaks with two voices on one issue.</summary>
public sealed record InternalConflict
{
    /// <summary>The cell: actor, issue and the score of all voices together.</summary>
    public required StanceCell Cell { get; init; }

    /// <summary>All voices, those with the most articles first.</summary>
    public required IReadOnlyList<StanceVoice> Voices { get; init; }

    /// <summary>Those who speak otherwise than the actor as a whole: whose score has the other sign. Where the actor is split evenly, so that its score is 0, those who speak otherwise than the first of the voices that takes a side.</summary>
    public IEnumerable<StanceVoice> Otherwise => Voices.Where(v => Sign(v.Score) * Side < 0);

    /// <summary>The sign against which the voices are held; 0 where none takes a side.</summary>
    private int Side => Sign(Cell.Score) is not 0 and var side ? side : Voices.Select(v => Sign(v.Score)).FirstOrDefault(s => s != 0);

    /// <summary>Weights that cancel out leave a trace of rounding.</summary>
    private static int Sign(double score) => Math.Abs(score) < 1e-9 ? 0 : Math.Sign(score);
}

/// <summary>Where states contradict themselves, and who speaks otherwise. A change of course over time shows here too: see <see cref="StanceTimeline"/>. Immutable; it does not depend on the order of the articles.</summary>
[TypeFormatterSource(typeof(DisplayFormatters))]
public sealed class InternalConflicts : IDisplayed
{
    private InternalConflicts(List<InternalConflict> conflicts) => Conflicts = conflicts;

    /// <summary>The conflicts, those with the most articles that speak otherwise first.</summary>
    public IReadOnlyList<InternalConflict> Conflicts { get; }

    /// <summary>The conflicts of a matrix: cells in which some voice is for and some voice against, by the signs of their scores. A speaker is known by the office holder whose name the words hold, else by the words.</summary>
    /// <param name="matrix">Cells with their evidence.</param>
    /// <param name="actors">Knows the office holders; <c>null</c>: the shipped catalogue.</param>
    public static InternalConflicts From(StanceMatrix matrix, ActorCatalog? actors = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var names = new SpeakerNames(actors ?? ActorCatalog.Default);
        return new([.. matrix.Cells.Where(c => c.Count > 1).Select(c => Of(c, names)).Where(c => c.Otherwise.Any())
            .OrderByDescending(c => c.Otherwise.Sum(v => v.Count)).ThenBy(c => c.Cell.Actor.Code, StringComparer.Ordinal).ThenBy(c => c.Cell.Issue.Id, StringComparer.Ordinal)]);
    }

    private static InternalConflict Of(StanceCell cell, SpeakerNames names)
    {
        var voices = cell.Evidence.Select(e => (Entry: e, Who: names.Of(e.Article, e.Stance))).GroupBy(e => e.Who.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, Voice: new StanceVoice
            {
                Name = g.GroupBy(e => e.Entry.Stance.Speaker ?? "", StringComparer.Ordinal).OrderByDescending(n => n.Count()).ThenBy(n => n.Key, StringComparer.Ordinal).First().Key,
                Holder = g.First().Who.Holder,
                Score = StanceScore.Mean([.. g.Select(e => StanceScore.Of(e.Entry.Stance.Probabilities))]),
                Evidence = [.. g.Select(e => e.Entry)],
            }));
        return new InternalConflict { Cell = cell, Voices = [.. voices.OrderByDescending(v => v.Voice.Count).ThenBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Voice)] };
    }

    /// <summary>A row a voice with columns <c>actor</c>, <c>issue</c>, <c>score</c> (of the cell), <c>speaker</c>, <c>holder</c> (English name, or empty), <c>score_speaker</c>, <c>n</c>, <c>otherwise</c>, <c>article</c> and <c>evidence</c>.</summary>
    public DataFrame ToDataFrame()
    {
        var rows = Conflicts.SelectMany(c => c.Voices, (c, v) => (c.Cell, Voice: v, Otherwise: c.Otherwise.Contains(v))).ToList();
        return new DataFrame(
            new StringDataFrameColumn("actor", rows.Select(r => r.Cell.Actor.Code)), new StringDataFrameColumn("issue", rows.Select(r => r.Cell.Issue.Id)), new DoubleDataFrameColumn("score", rows.Select(r => r.Cell.Score)),
            new StringDataFrameColumn("speaker", rows.Select(r => r.Voice.Name)), new StringDataFrameColumn("holder", rows.Select(r => r.Voice.Holder?.EnglishName ?? "")),
            new DoubleDataFrameColumn("score_speaker", rows.Select(r => r.Voice.Score)), new Int32DataFrameColumn("n", rows.Select(r => r.Voice.Count)), new BooleanDataFrameColumn("otherwise", rows.Select(r => r.Otherwise)),
            new StringDataFrameColumn("article", rows.Select(r => r.Voice.Evidence[0].Article.Id)), new StringDataFrameColumn("evidence", rows.Select(r => FrameCsv.First(r.Voice.Evidence[0].Stance.Evidence))));
    }

    /// <summary>The voices as CSV, UTF-8, with the columns of <see cref="ToDataFrame"/>; text that a spreadsheet would run as a formula is made harmless by an apostrophe.</summary>
    public void WriteCsv(TextWriter writer) => FrameCsv.Write(ToDataFrame(), writer);

    /// <summary>The result as a table of HTML that needs no script and keeps its style in notebooks that are not trusted; what articles and users wrote is escaped.</summary>
    public string ToHtml() => ResultTables.Of(this).ToHtml();

    DisplayTable IDisplayed.Display() => ResultTables.Of(this);
}
