namespace Stance;

/// <summary>How labels are exchanged.</summary>
public sealed record ExchangeOptions
{
    /// <summary>What the offsets of a Label Studio file count when it is written. The default, code points, is what Label Studio has counted since the end of 2021
    /// (label-studio#1559); before, it counted UTF-16 code units (#1347). When a file is read, each task counts whichever its quoted words agree with, code points first.</summary>
    public OffsetUnit LabelStudioOffsets { get; init; } = OffsetUnit.CodePoint;

    /// <summary>Read the predictions of a file instead of its annotations (Label Studio, CSV). Default: <c>false</c>.</summary>
    public bool Predictions { get; init; }

    /// <summary>Whose annotation to read where a task has several: the annotator's number or e-mail address (Label Studio), session or name (Prodigy), or the model version of predictions.
    /// <c>null</c>, the default: a task may have one only.</summary>
    public string? Annotator { get; init; }

    /// <summary>The issues that labels may speak of. <c>null</c>, the default: those of <c>issues.json</c> beside the file, or the shipped catalogue.</summary>
    public IssueCatalog? Issues { get; init; }

    /// <summary>The articles that a statement list speaks of, found by id, else by title. <c>null</c>, the default: a document's text is the passages of its statements, one a line.</summary>
    public IReadOnlyList<Article>? Articles { get; init; }

    /// <summary>Put bad rows aside, into <see cref="ExchangeReading.Rejected"/>, rather than stop at the first. A file that is broken as a whole is refused all the same. Default: <c>false</c>.</summary>
    public bool SkipBadRows { get; init; }
}

/// <summary>A row, task or statement that was put aside.</summary>
/// <param name="File">Name of its file.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Message">File, line, what was found and what is allowed.</param>
/// <param name="Row">The row as it stands.</param>
public sealed record ExchangeRejection(string File, int Line, string Message, string Row);

/// <summary>What was read from a file.</summary>
/// <param name="Articles">The labelled articles, in the order of the file.</param>
/// <param name="Unlabelled">Rows that nobody labelled (no annotation or answer, cancelled, rejected or ignored by the annotator): each with file, line and why.</param>
/// <param name="Rejected">Bad rows, where they may be skipped.</param>
public sealed record ExchangeReading(IReadOnlyList<LabelledArticle> Articles, IReadOnlyList<string> Unlabelled, IReadOnlyList<ExchangeRejection> Rejected);
