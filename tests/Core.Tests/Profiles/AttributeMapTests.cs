using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Tests.Profiles;

public sealed class AttributeMapTests
{
    [Fact]
    public void Over_ThreeLayers_ReadsEachNameFromTheTopmostThatHasIt()
    {
        var layered = Map(("a", 1)).Over(Map(("a", 2), ("b", 2))).Over(Map(("a", 3), ("b", 3), ("c", 3)));

        Assert.Equal([1.0, 2.0, 3.0], new[] { layered["a"].Number, layered["b"].Number, layered["c"].Number });
        Assert.Equal(3, layered.Count);
        Assert.Equal(["a", "b", "c"], layered.Names);
    }

    [Fact]
    public void Equals_SameReadingInOtherLayers_IsTrue()
    {
        var layered = Map(("a", 1)).Over(Map(("a", 2), ("b", 2)));

        Assert.Equal(Map(("a", 1), ("b", 2)), layered);
        Assert.Equal(layered, Map(("b", 2), ("a", 1)));
        Assert.Equal(layered.GetHashCode(), Map(("a", 1), ("b", 2)).GetHashCode());
    }

    [Fact]
    public void Equals_OtherValueOrName_IsFalse()
    {
        var layered = Map(("a", 1)).Over(Map(("b", 2)));

        Assert.NotEqual(Map(("a", 1), ("b", 3)), layered);
        Assert.NotEqual(Map(("a", 1), ("c", 2)), layered);
        Assert.NotEqual(Map(("a", 1)), layered);
        Assert.NotEqual(layered, Map(("a", 1), ("b", 2), ("c", 3)));
    }

    [Fact]
    public void Equals_LayeredMaps_AllocatesNothing()
    {
        var layered = Map(("a", 1)).Over(Map(("b", 2), ("c", 3)));
        var flat = Map(("a", 1), ("b", 2), ("c", 3));
        var equal = layered.Equals(flat) && flat.Equals(layered);

        var least = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1_000; i++) equal &= layered.Equals(flat) && flat.Equals(layered);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
        Assert.True(equal);
    }

    private static AttributeMap Map(params (string Name, double Value)[] attributes) =>
        new(attributes.Select(each => KeyValuePair.Create(each.Name, (AttributeValue)each.Value)));
}
