using System.Text;

namespace Stance.Tests;

public class TextFileTests
{
    [Fact]
    public void UTF_16_is_named() => Assert.Contains("rows.jsonl(1): found UTF-16", Refuse([0xFF, 0xFE, 0x27, 0x06]));

    [Fact]
    public void Windows_1256_is_refused_with_its_line() => Assert.Contains("rows.jsonl(2): found bytes that are not UTF-8", Refuse([(byte)'{', (byte)'\n', 0xE3, 0xE6, 0xD3]));

    [Fact]
    public void A_byte_order_mark_is_no_text() => Assert.Equal("نص", TextFile.Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("نص")], "x"));

    private static string Refuse(byte[] bytes) => Assert.Throws<FormatException>(() => TextFile.Decode(bytes, "rows.jsonl")).Message;

    [Fact]
    public void A_failed_write_leaves_the_old_file_and_no_other()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var path = Path.Combine(folder, "out.txt");
        TextFile.Write(path, "old");
        Assert.Throws<InvalidOperationException>(() => TextFile.Write(path, stream =>
        {
            stream.WriteByte(65);
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(folder));
        Directory.Delete(folder, recursive: true);
    }
}
