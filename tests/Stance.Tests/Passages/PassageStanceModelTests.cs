using System.Globalization;
using System.IO.Compression;

namespace Stance.Tests;

public class PassageStanceModelTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("😀😀", "ينبغي بناء الجسر")]
    [InlineData("\u202Bرحب\u202C ببناء الجسر", "ينبغي بناء الجسر")]
    [InlineData("\uD800 \uDC00", "x")]
    [InlineData("The mayor rejects it", "The bridge should be built")]
    public void Probabilities_sum_to_one_whatever_the_text(string passage, string proposition)
    {
        var stance = Pairs.Model.Classify(passage, proposition);
        Assert.Equal(1, stance.Favor + stance.Against + stance.Neutral, 9);
        Assert.Equal(stance.Of(stance.Stance), stance.Probability);
        Assert.All([stance.Favor, stance.Against, stance.Neutral], p => Assert.InRange(p, 0, 1));
    }

    // Arabic (Egypt) writes a minus behind an Arabic letter mark, Swedish writes U+2212.
    [Theory]
    [InlineData("ar-EG")]
    [InlineData("sv-SE")]
    public void The_culture_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var other = new CultureInfo(culture);
        Assert.NotEqual("-", other.NumberFormat.NegativeSign);
        var reader = new PassageReader(new Lexicon(ActorCatalog.Default, LanguageData.Shipped));
        var (left, right) = (reader.Read("رفض رئيس البلدية بناء الجسر وندد بالمشروع"), reader.Read("ينبغي ألا يدان بناء السد"));
        Assert.Contains(left.Words, w => w.Sign < 0);
        (IEnumerable<int>, PassageStance[]) Of() => (PassageViews.Of(left, right, null).SelectMany(r => r.Indices), [.. Pairs.All.Take(9).Select(p => Pairs.Model.Classify(p.Passage, p.Proposition))]);
        var (features, stances) = Of();
        try
        {
            CultureInfo.CurrentCulture = other;
            var (there, asked) = Of();
            Assert.Equal(features, there);
            Assert.Equal(stances, asked);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Nothing_counts_behind_400_words()
    {
        var reader = new PassageReader(new Lexicon(ActorCatalog.Default, LanguageData.Shipped));
        var cut = string.Join(' ', Enumerable.Repeat("رفض الجسر", 200));
        var (first, more) = (reader.Read(cut), reader.Read(cut + " 😀 لم؟ #وسم «في فرنسا» \"!\""));
        Assert.Equal(400, first.Words.Length);
        Assert.Equal(first.Text, more.Text);
        Assert.Equal(first.Words, more.Words);
        Assert.Equal(first.Tags, more.Tags);
        Assert.Equal(first.Symbols, more.Symbols);
        Assert.Empty(more.States);
        Assert.Equal(Pairs.Model.Classify(cut, "ينبغي بناء الجسر"), Pairs.Model.Classify(cut + " رحب! 😀", "ينبغي بناء الجسر"));
        // 400 words that end in a mark are read to the end.
        Assert.Equal(["!"], reader.Read(cut + "!").Symbols);
    }

    [Fact]
    public void A_long_text_counts_by_its_beginning()
    {
        var long1 = "رفض رئيس البلدية بناء الجسر وندد بالمشروع " + string.Concat(Enumerable.Repeat("كلمة ", 100_000));
        Assert.InRange(Pairs.Model.Classify(long1, "ينبغي بناء الجسر").Against, 0, 1);
    }

    [Fact]
    public void Marks_that_cannot_be_seen_change_nothing()
    {
        var (plain, marked) = ("رفض رئيس البلدية بناء الجسر", "رفض رئيس\u200F البلدية\u200B بناء الجسر\u202C");
        Assert.Equal(Pairs.Model.Classify(plain, "ينبغي بناء الجسر"), Pairs.Model.Classify(marked, "ينبغي بناء الجسر"));
    }

    [Fact]
    public void A_saved_model_answers_as_before()
    {
        var read = PassageStanceModel.Load(new MemoryStream(Pairs.Bytes(Pairs.Model)));
        Assert.All(Pairs.All.Take(30), p => Assert.Equal(Pairs.Model.Classify(p.Passage, p.Proposition), read.Classify(p.Passage, p.Proposition)));
        Assert.Equal(Pairs.Model.Manifest.Options, read.Manifest.Options);
    }

    [Fact]
    public void A_model_of_another_kind_is_refused()
    {
        using var other = new MemoryStream();
        StanceModel.Default.Save(other);
        other.Position = 0;
        Assert.Contains("allowed: passages-", Assert.Throws<FormatException>(() => PassageStanceModel.Load(other)).Message);
        Assert.Contains("found feature schema passages-", Assert.Throws<FormatException>(() => StanceModel.Load(new MemoryStream(Pairs.Bytes(Pairs.Model)))).Message);
        Assert.Contains("not a zip file", Assert.Throws<FormatException>(() => PassageStanceModel.Load(new MemoryStream([1, 2, 3]))).Message);
    }

    [Fact]
    public void Damaged_weights_are_refused()
    {
        using var stream = new MemoryStream();
        stream.Write(Pairs.Bytes(Pairs.Model));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.GetEntry("passages.bin")!.Open();
            entry.Seek(100, SeekOrigin.Begin);
            entry.WriteByte((byte)(entry.ReadByte() + 1));
        }
        stream.Position = 0;
        Assert.Contains("'passages.bin' is damaged", Assert.Throws<FormatException>(() => PassageStanceModel.Load(stream)).Message);
    }
}
