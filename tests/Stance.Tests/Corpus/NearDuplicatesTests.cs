using CsCheck;

namespace Stance.Tests;

/// <summary>Shares by hand: n distinct words have n - 4 shingles of five words; below 128 of them the sketch holds all, and the share is the exact Jaccard similarity.</summary>
public class NearDuplicatesTests
{
    private static double Share(string a, string b) => NearDuplicates.Pairs([a, b], 0.01).Select(p => p.Share).SingleOrDefault();

    [Theory]
    [InlineData(24, 1)] // all 20 shingles
    [InlineData(22, 18 / 22.0)] // 18 in both, 20 + 20 - 18 in either
    [InlineData(16, 12 / 28.0)]
    [InlineData(4, 0)] // four words in a row make no shingle
    public void The_share_of_shingles_in_both(int same, double share) => Assert.Equal(share, Share(Synthetic.Words(0, 24), $"{Synthetic.Words(0, same)} {Synthetic.Words(100, 24 - same)}".Trim()), 12);

    [Fact]
    public void Marks_harakat_and_spelling_do_not_tell_copies_apart() =>
        Assert.Equal(1, Share("رفضت روسيا اليوم فرض عقوبات على إيران، وقالت إنها لن تقبلها", "رَفَضَت روسيا اليوم «فرض عقوبات» على ايران... وقالت إنها لن تقبلهـا!"));

    [Fact]
    public void The_order_of_words_does_tell_texts_apart() => Assert.Equal(0, Share("a b c d e f g", "g f e d c b a"));

    [Fact]
    public void A_text_shorter_than_a_shingle_is_compared_as_a_whole()
    {
        Assert.Equal(1, Share("رفضت روسيا", "رفضت روسيا."));
        Assert.Equal(0, Share("رفضت روسيا", "رفضت فرنسا"));
    }

    [Fact]
    public void Texts_without_words_resemble_none() => Assert.Equal([0, 1, 2], NearDuplicates.Groups([("a", ""), ("b", "…"), ("c", "")]));

    [Fact]
    public void A_long_text_is_judged_by_a_sketch()
    {
        // 600 of 650 words stay: 596 shingles in both, 646 + 646 - 596 in either: .856. Of 128 draws the standard error is .031.
        var share = Share(Synthetic.Words(0, 650), $"{Synthetic.Words(0, 600)} {string.Join(' ', Enumerable.Range(0, 50).Select(i => $"other{(char)('a' + i / 26)}{(char)('a' + i % 26)}"))}");
        Assert.InRange(share, 596 / 696.0 - 0.1, 596 / 696.0 + 0.1);
    }

    [Fact]
    public void A_group_is_represented_by_its_first_id_wherever_that_stands()
    {
        string a = Synthetic.Words(0, 60), copy = Synthetic.Words(1, 60), other = Synthetic.Words(200, 60);
        // 55 of 57 shingles are in both: a copy.
        Assert.Equal([2, 1, 2], NearDuplicates.Groups([("z", a), ("m", other), ("b", copy)]));
    }

    [Fact]
    public void Copies_of_copies_are_one_group()
    {
        // Each shifts by four words: 52 of 60 shingles in both (.867) from one to the next, 48 of 64 (.75) over two.
        string[] texts = [Synthetic.Words(0, 60), Synthetic.Words(4, 60), Synthetic.Words(8, 60)];
        Assert.Equal([(0, 1), (1, 2)], NearDuplicates.Pairs(texts, 0.8).Select(p => (p.A, p.B)));
        Assert.Equal([0, 0, 0], NearDuplicates.Groups([("a", texts[0]), ("b", texts[1]), ("c", texts[2])], 0.8));
    }

    private static readonly Gen<int[]> Order = Gen.Shuffle(Enumerable.Range(0, 8).ToArray());

    [Fact]
    public void Groups_do_not_depend_on_the_order_of_the_texts() => Order.Sample(order =>
    {
        var texts = Enumerable.Range(0, 8).Select(i => ($"id{i}", Synthetic.Words(i / 2 * 100 + i % 2, 60))).ToArray();
        var expected = NearDuplicates.Groups(texts).Select(r => texts[r].Item1).ToArray();
        var shuffled = order.Select(i => texts[i]).ToArray();
        var found = NearDuplicates.Groups(shuffled).Select(r => shuffled[r].Item1).ToArray();
        return Enumerable.Range(0, 8).All(k => found[k] == expected[order[k]]);
    }, iter: 100);
}
