using CsCheck;

namespace Stance.Tests;

public class FeatureSchemaTests
{
    private static readonly FeatureSchema Small = Make();

    private static FeatureSchema Make()
    {
        var schema = new FeatureSchema();
        schema.Add("even");
        schema.Add("odd", Mirror.Odd);
        schema.Add("favor", Mirror.SwapsWithNext);
        schema.Add("against", Mirror.SwapsWithPrevious);
        return schema;
    }

    [Fact]
    public void The_negated_proposition_turns_odd_features_and_swaps_sides()
    {
        var mirrored = new float[4];
        Small.WriteMirrored([1, 2, 3, 4], mirrored);
        Assert.Equal([1, -2, 4, 3], mirrored);
    }

    [Fact]
    public void A_folded_vector_does_not_tell_the_sides_apart()
    {
        Assert.Equal([1, 2, 4, 3], Small.Fold([1, -2, 3, 4]));
        Assert.Equal([1, 2, 4, 3], Small.Fold([1, 2, 4, 3]));
    }

    [Fact]
    public void A_hash_stands_for_names_and_their_order()
    {
        FeatureSchema Of(params string[] names)
        {
            var schema = new FeatureSchema();
            foreach (var name in names)
                schema.Add(name);
            return schema;
        }
        Assert.Equal(Of("a", "b").Hash, Of("a", "b").Hash);
        Assert.Equal(4, new[] { Of("a", "b").Hash, Of("b", "a").Hash, Of("ab").Hash, Of("a", "b", "c").Hash }.Distinct().Count());
    }

    public static TheoryData<string> Schemas => ["rows", "pairs", "sides"];

    private static FeatureSchema Schema(string name) => name switch { "rows" => StanceFeatures.Schema, "pairs" => PairPooling.Stances.Schema, _ => PairPooling.Stances.SideSchema };

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Features_that_swap_stand_in_pairs(string name)
    {
        var schema = Schema(name);
        for (var i = 0; i < schema.Count; i++)
        {
            Assert.Equal(schema.MirrorOf(i) == Mirror.SwapsWithNext, i + 1 < schema.Count && schema.MirrorOf(i + 1) == Mirror.SwapsWithPrevious);
            Assert.False(i == 0 && schema.MirrorOf(i) == Mirror.SwapsWithPrevious);
        }
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Negating_twice_changes_nothing_and_folding_forgets_the_side(string name)
    {
        var schema = Schema(name);
        Gen.Float[-5, 5].Array[schema.Count].Sample(x =>
        {
            float[] once = new float[schema.Count], twice = new float[schema.Count];
            schema.WriteMirrored(x, once);
            schema.WriteMirrored(once, twice);
            return twice.SequenceEqual(x) && schema.Fold(once).SequenceEqual(schema.Fold(x));
        }, iter: 200);
    }
}
