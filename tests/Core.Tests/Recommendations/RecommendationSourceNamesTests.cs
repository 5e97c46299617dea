using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

public sealed class RecommendationSourceNamesTests
{
    [Fact]
    public void WireName_EverySource_StableSnakeCase() => Assert.Equal(
        ["item_based", "user_based", "similar", "trending", "popular", "new", "gorse", "exploration", "pinned", "comparison", "popular_in_segment"],
        Enum.GetValues<RecommendationSource>().Select(source => source.WireName()));

    [Fact]
    public void WireName_NoSource_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ((RecommendationSource)99).WireName());
}
