using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.QuietHours;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>The page on channel routing knows every word that a decision can hold.</summary>
public sealed class RoutingPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(House.Root, "docs", "channel-routing.md"));

    [Fact]
    public void Page_Reasons_AreAllThere() =>
        Assert.All(Enum.GetValues<RoutingReason>(), reason => Assert.Contains($"`{reason.Name()}`", Page, StringComparison.Ordinal));

    [Fact]
    public void Page_SourcesOfZones_AreAllThereInTheirOrder()
    {
        int[] places = [.. Enum.GetValues<ZoneSource>().Select(source => Page.IndexOf($"| `{source.Name()}` |", StringComparison.Ordinal))];

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }
}
