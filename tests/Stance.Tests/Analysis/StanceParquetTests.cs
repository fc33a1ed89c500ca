using Microsoft.Data.Analysis;
using Parquet;

namespace Stance.Tests;

public class StanceParquetTests
{
    private static async Task<Dictionary<string, object?[]>> Read(byte[] file)
    {
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(file));
        using var rows = reader.OpenRowGroupReader(0);
        var columns = new Dictionary<string, object?[]>();
        foreach (var field in reader.Schema.DataFields)
            columns[field.Name] = Type.GetTypeCode(field.ClrType) switch
            {
                TypeCode.Double => await Numbers<double>(),
                TypeCode.Single => await Numbers<float>(),
                TypeCode.Int32 => await Numbers<int>(),
                TypeCode.Int64 => await Numbers<long>(),
                TypeCode.Boolean => await Numbers<bool>(),
                _ => await Texts(),
            };
        return columns;

        async Task<object?[]> Numbers<T>()
            where T : struct
        {
            var values = new T?[rows.RowCount];
            await rows.ReadAsync<T>(reader.Schema.DataFields[columns.Count], values.AsMemory());
            return [.. values.Select(v => (object?)v)];
        }

        async Task<object?[]> Texts()
        {
            var values = new string?[rows.RowCount];
            await rows.ReadAsync(reader.Schema.DataFields[columns.Count], values.AsMemory());
            return values;
        }
    }

    private static byte[] Written(DataFrame frame)
    {
        using var memory = new MemoryStream();
        frame.WriteParquet(memory);
        return memory.ToArray();
    }

    [Fact]
    public async Task Every_type_and_what_is_missing_come_back()
    {
        string?[] texts = ["قال «لافروف»\u200f إن 😀", null, "=1+1,\"\n"];
        var frame = new DataFrame(
            new StringDataFrameColumn("نص", texts), new PrimitiveDataFrameColumn<double>("score", [-0.25, null, double.MaxValue]), new PrimitiveDataFrameColumn<float>("low", [0.1f, null, -1]),
            new PrimitiveDataFrameColumn<int>("n", [3, null, int.MinValue]), new PrimitiveDataFrameColumn<long>("at", [1L << 40, null, -1]), new PrimitiveDataFrameColumn<bool>("open", [true, null, false]),
            new PrimitiveDataFrameColumn<decimal>("other", [1.5m, null, -2m]));
        var read = await Read(Written(frame));
        Assert.Equal(["نص", "score", "low", "n", "at", "open", "other"], read.Keys);
        Assert.Equal(texts, read["نص"]);
        Assert.Equal([-0.25, null, double.MaxValue], read["score"]);
        Assert.Equal([0.1f, null, -1f], read["low"]);
        Assert.Equal([3, null, int.MinValue], read["n"]);
        Assert.Equal([1L << 40, null, -1L], read["at"]);
        Assert.Equal([true, null, false], read["open"]);
        Assert.Equal(["1.5", null, "-2"], read["other"]);
    }

    [Fact]
    public async Task A_table_of_results_has_all_its_rows()
    {
        var analyzer = new StanceAnalyzer(TrainedModel.Model, options: new AnalyzerOptions { MinProbability = 0 });
        var frame = StanceMatrix.From([analyzer.Analyze(new Article { Id = "a", Text = "أدانت فرنسا الهجوم الكيميائي في خان شيخون وحملت النظام السوري مسؤوليته. ورفضت روسيا هذه الاتهامات." })]).ToDataFrame();
        Assert.True(frame.Rows.Count > 0);
        var read = await Read(Written(frame));
        foreach (var column in frame.Columns)
            Assert.Equal(Enumerable.Range(0, (int)frame.Rows.Count).Select(r => column[r]), read[column.Name]);
    }

    [Fact]
    public async Task A_table_without_rows_is_a_file_with_columns() =>
        Assert.Empty((await Read(Written(new DataFrame(new StringDataFrameColumn("actor", 0)))))["actor"]);

    [Fact]
    public void The_stream_is_written_once_and_stays_open()
    {
        using var stream = new OneWay();
        new DataFrame(new StringDataFrameColumn("actor", ["USA"])).WriteParquet(stream);
        Assert.Equal("PAR1", System.Text.Encoding.ASCII.GetString([.. stream.Written.Take(4)]));
        stream.WriteByte(0);
    }

    [Fact]
    public void A_table_without_columns_is_refused() => Assert.Contains("without columns; allowed: at least one", Assert.Throws<ArgumentException>(() => Written(new DataFrame())).Message, StringComparison.Ordinal);

    /// <summary>A stream as a network has it.</summary>
    private sealed class OneWay : MemoryStream
    {
        public byte[] Written => ToArray();

        public override bool CanSeek => false;

        public override long Position { get => base.Position; set => throw new NotSupportedException(); }
    }
}
