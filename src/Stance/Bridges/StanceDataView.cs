using System.Globalization;
using Microsoft.Data.Analysis;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stance;

/// <summary>The bridge to ML.NET's tables: articles as rows in, stances as rows out, for <see cref="IDataView"/> and <see cref="DataFrame"/> alike (a data frame is a data view). Besides training, the one place where ML.NET's types are met.</summary>
public static class StanceDataView
{
    /// <summary>The articles of a table, read row by row as they are taken.</summary>
    /// <param name="data">The table.</param>
    /// <param name="columns">Its columns; <c>null</c>: the default names.</param>
    /// <exception cref="ArgumentException">The text column is missing, or a column is of a type that does not fit.</exception>
    /// <exception cref="FormatException">A day of publication is not written <c>yyyy-MM-dd</c>; the message says which row.</exception>
    public static IEnumerable<Article> ReadArticles(IDataView data, ArticleColumns? columns = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        columns ??= new();
        if (data.Schema.GetColumnOrNull(columns.Text) is null)
            throw new ArgumentException($"the table has no column '{columns.Text}'; allowed: one of {string.Join(", ", data.Schema.Select(c => c.Name))} named in ArticleColumns.Text", nameof(data));
        foreach (var (name, dates) in ((string, bool)[])[(columns.Text, false), (columns.Title, false), (columns.Language, false), (columns.Published, true)])
            if (data.Schema.GetColumnOrNull(name) is { } column && !(column.Type is TextDataViewType || (dates && column.Type is DateTimeDataViewType)))
                throw new ArgumentException($"column '{name}' is of type {column.Type}; allowed: text{(dates ? ", or a date" : "")}", nameof(data));
        if (data.Schema.GetColumnOrNull(columns.Id) is { } id && id.Type is not (TextDataViewType or NumberDataViewType or KeyDataViewType))
            throw new ArgumentException($"column '{columns.Id}' is of type {id.Type}; allowed: text or a number", nameof(data));
        return Rows(data, columns);
    }

    private static IEnumerable<Article> Rows(IDataView data, ArticleColumns columns)
    {
        string[] names = [columns.Id, columns.Text, columns.Title, columns.Published, columns.Language];
        using var cursor = data.GetRowCursor(data.Schema.Where(c => names.Contains(c.Name)));
        var values = names.Select(n => data.Schema.GetColumnOrNull(n) is { } column ? Text(cursor, column) : null).ToArray();
        string Value(int column) => values[column]?.Invoke() ?? "";
        string? Optional(int column) => Value(column) is { Length: > 0 } value ? value : null;
        while (cursor.MoveNext())
        {
            // A missing text is no text: the result says so.
            var published = Optional(3) is not { } day ? (DateOnly?)null
                : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
                : throw new FormatException($"row {cursor.Position}: '{columns.Published}' is '{day}'; allowed: yyyy-MM-dd");
            yield return new Article { Id = Value(0), Text = Value(1), Title = Optional(2), Published = published, Language = Optional(4) };
        }
    }

    private static Func<string> Text(DataViewRow row, DataViewSchema.Column column)
    {
        var type = column.Type.RawType;
        if (type == typeof(ReadOnlyMemory<char>))
            return Getter<ReadOnlyMemory<char>>(row, column, v => v.ToString());
        if (type == typeof(DateTime))
            return Getter<DateTime>(row, column, v => v == default ? "" : v.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return type == typeof(int) ? Number<int>(row, column) : type == typeof(long) ? Number<long>(row, column) : type == typeof(uint) ? Number<uint>(row, column) : type == typeof(ulong) ? Number<ulong>(row, column)
            : type == typeof(short) ? Number<short>(row, column) : type == typeof(ushort) ? Number<ushort>(row, column) : type == typeof(byte) ? Number<byte>(row, column) : type == typeof(sbyte) ? Number<sbyte>(row, column)
            : type == typeof(float) ? Number<float>(row, column) : Number<double>(row, column);
    }

    private static Func<string> Number<T>(DataViewRow row, DataViewSchema.Column column) where T : IFormattable => Getter<T>(row, column, v => v.ToString(null, CultureInfo.InvariantCulture));

    private static Func<string> Getter<T>(DataViewRow row, DataViewSchema.Column column, Func<T, string> text)
    {
        var get = row.GetGetter<T>(column);
        return () =>
        {
            T value = default!;
            get(ref value);
            return text(value);
        };
    }

    /// <summary>The stances of a table of articles, as rows of <see cref="StanceRow"/>. Nothing is analysed before rows are taken, and all is anew at each pass (ML.NET's <c>Cache</c> keeps them).</summary>
    /// <param name="analyzer">The analyzer.</param>
    /// <param name="data">The articles.</param>
    /// <param name="columns">Their columns; <c>null</c>: the default names.</param>
    /// <exception cref="ArgumentException">As <see cref="ReadArticles"/>.</exception>
    public static IDataView Transform(this StanceAnalyzer analyzer, IDataView data, ArticleColumns? columns = null)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        return ToDataView(analyzer.Analyze(ReadArticles(data, columns)));
    }

    /// <summary>The stances of a data frame of articles, analysed at once.</summary>
    /// <param name="analyzer">The analyzer.</param>
    /// <param name="data">The articles.</param>
    /// <param name="columns">Their columns; <c>null</c>: the default names.</param>
    /// <exception cref="ArgumentException">As <see cref="ReadArticles"/>.</exception>
    public static DataFrame Transform(this StanceAnalyzer analyzer, DataFrame data, ArticleColumns? columns = null)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        return ToDataFrame(analyzer.Analyze(ReadArticles(data, columns)));
    }

    /// <summary>Results as rows of <see cref="StanceRow"/>, a row a stance; an article without one has no row.</summary>
    public static IDataView ToDataView(this IEnumerable<ArticleStances> results) => new MLContext().Data.LoadFromEnumerable(results.SelectMany(StanceRow.Of));

    /// <summary>Results as a data frame with the columns of <see cref="StanceRow"/>.</summary>
    public static DataFrame ToDataFrame(this IEnumerable<ArticleStances> results)
    {
        var rows = results.SelectMany(StanceRow.Of).ToList();
        StringDataFrameColumn Words(string name, Func<StanceRow, string> value) => new(name, rows.Select(value));
        DoubleDataFrameColumn Numbers(string name, Func<StanceRow, double> value) => new(name, rows.Select(value));
        return new DataFrame(
            Words(nameof(StanceRow.ArticleId), r => r.ArticleId), Words(nameof(StanceRow.Actor), r => r.Actor), Words(nameof(StanceRow.Issue), r => r.Issue), Words(nameof(StanceRow.Stance), r => r.Stance),
            Numbers(nameof(StanceRow.Probability), r => r.Probability), Numbers(nameof(StanceRow.Favor), r => r.Favor), Numbers(nameof(StanceRow.Against), r => r.Against), Numbers(nameof(StanceRow.Neutral), r => r.Neutral), Numbers(nameof(StanceRow.None), r => r.None),
            Words(nameof(StanceRow.Speaker), r => r.Speaker), Words(nameof(StanceRow.Evidence), r => r.Evidence),
            new Int32DataFrameColumn(nameof(StanceRow.EvidenceStart), rows.Select(r => r.EvidenceStart)), new Int32DataFrameColumn(nameof(StanceRow.EvidenceEnd), rows.Select(r => r.EvidenceEnd)));
    }

    /// <summary>Articles as a data frame with the default columns of <see cref="ArticleColumns"/>.</summary>
    public static DataFrame ToDataFrame(this IEnumerable<Article> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var list = articles.ToList();
        StringDataFrameColumn Words(string name, Func<Article, string?> value) => new(name, list.Select(value));
        return new DataFrame(Words("Id", a => a.Id), Words("Text", a => a.Text), Words("Title", a => a.Title), Words("Published", a => a.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), Words("Language", a => a.Language));
    }
}
