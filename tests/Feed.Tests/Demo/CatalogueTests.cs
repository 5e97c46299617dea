using PersonalizationEngine.Feed.Demo.Wire;

namespace Feed.Tests.Demo;

public sealed class CatalogueTests(DefaultMonth fixture)
{
    [Fact]
    public void Items_OfTheMonth_HaveSlugsAndPathsOfTheirOwn()
    {
        var items = fixture.Month.Items;

        Assert.Equal(300, items.Select(item => item.Id).Distinct().Count());
        Assert.All(items, item => Assert.Matches("^/(blog|guides|webinars|case-studies|product)/[a-z0-9-]+$", item.Path));
        Assert.All(items, item => Assert.DoesNotMatch("--|^-|-$", item.Id));
        Assert.All(items, item => Assert.EndsWith("/" + item.Id, item.Path, StringComparison.Ordinal));
        Assert.Equal(14, items.Select(item => item.Category).Distinct().Count());
    }

    [Fact]
    public void Items_OfTheMonth_AreSometimesNewHiddenOrExpired()
    {
        var items = fixture.Month.Items;

        Assert.InRange(items.Count(item => item.PublishedAt > DefaultMonth.Plan.Start), 20, 60);
        Assert.InRange(items.Count(item => item.Hidden), 1, 20);
        Assert.InRange(items.Count(item => item.ExpiresAt < DefaultMonth.Plan.Now), 1, 20);
    }

    [Fact]
    public void Items_AsSent_ComeBeforeTheirFirstView()
    {
        var known = new HashSet<string>();
        var paths = fixture.Month.Items.Select(item => item.Path).ToHashSet();
        foreach (var sent in fixture.Sent)
        {
            if (sent.Type == "item.upserted") known.Add(new Uri(sent.Data.GetProperty("url").GetString()!).AbsolutePath);
            else if (sent.Type == "pageview" && paths.Contains(sent.Path!)) Assert.Contains(sent.Path!, known);
        }

        Assert.Equal(300, known.Count);
    }

    [Fact]
    public void Views_OfItems_AreOfOpenOnesOnly()
    {
        var items = fixture.Month.Items.ToDictionary(item => item.Path);

        Assert.All(
            fixture.Sent.Where(sent => sent.Type == "pageview" && items.ContainsKey(sent.Path!)),
            sent => Assert.True(items[sent.Path!].IsOpenAt(sent.At)));
    }
}
