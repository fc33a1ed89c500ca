using System.Globalization;
using Microsoft.Data.Analysis;
using Parquet;
using Parquet.Schema;

namespace Stance;

/// <summary>Tables of results as Parquet files (Apache Parquet 2, Snappy), which pandas, DuckDB, Spark and R read with their types: what <c>ToDataFrame()</c> of a matrix, timeline, network or of analysed articles gives.</summary>
public static class StanceParquet
{
    /// <summary>Writes a data frame as one row group. Text, numbers and truth values keep their types, other values become text of no culture; what is missing stays missing.
    /// Text is written as it is: a Parquet file runs no formulas, unlike a spreadsheet that opens a CSV.</summary>
    /// <param name="frame">The table.</param>
    /// <param name="stream">Written to once the file is whole; not closed. It need not be able to seek.</param>
    /// <exception cref="ArgumentException">There is no column.</exception>
    public static void WriteParquet(this DataFrame frame, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(stream);
        if (frame.Columns.Count == 0)
            throw new ArgumentException("found a table without columns; allowed: at least one", nameof(frame));
        using var memory = new MemoryStream();
        // All is in memory: nothing is waited for, and no thread of the caller's is blocked.
        WriteAsync(frame, memory).GetAwaiter().GetResult();
        memory.WriteTo(stream);
    }

    private static async Task WriteAsync(DataFrame frame, MemoryStream memory)
    {
        var fields = frame.Columns.Select(c => new DataField(c.Name, TypeOf(c.DataType), isNullable: true)).ToArray();
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), memory).ConfigureAwait(false);
        using var rows = writer.CreateRowGroup();
        for (var c = 0; c < fields.Length; c++)
            await WriteAsync(rows, fields[c], frame.Columns[c]).ConfigureAwait(false);
    }

    private static Type TypeOf(Type type) => type == typeof(double) || type == typeof(float) || type == typeof(int) || type == typeof(long) || type == typeof(bool) ? type : typeof(string);

    private static Task WriteAsync(ParquetRowGroupWriter rows, DataField field, DataFrameColumn column)
    {
        if (field.ClrType == typeof(double)) return Numbers<double>();
        if (field.ClrType == typeof(float)) return Numbers<float>();
        if (field.ClrType == typeof(int)) return Numbers<int>();
        if (field.ClrType == typeof(long)) return Numbers<long>();
        if (field.ClrType == typeof(bool)) return Numbers<bool>();
        return rows.WriteAsync(field, (IReadOnlyCollection<string>)[.. Values().Select(v => v is null ? null! : Convert.ToString(v, CultureInfo.InvariantCulture)!)]);

        Task Numbers<T>()
            where T : struct => rows.WriteAsync<T>(field, Values().Select(v => (T?)v).ToArray().AsMemory());

        IEnumerable<object?> Values()
        {
            for (var row = 0L; row < column.Length; row++)
                yield return column[row];
        }
    }
}
