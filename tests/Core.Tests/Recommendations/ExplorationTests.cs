using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

/// <summary>Places that chance fills, each with a probability that is told.</summary>
public sealed class ExplorationTests
{
    private const int Hours = 2000;

    private static readonly World Shop = new(
        [
            .. Enumerable.Range(0, 30).Select(number => new CatalogueItem { ItemId = $"met{number:00}" }),
            .. Enumerable.Range(0, 4).Select(number => new CatalogueItem { ItemId = $"new{number}", PublishedAt = World.Now.AddDays(-number - 1) }),
        ],
        [.. from person in Enumerable.Range(0, 9) from item in Enumerable.Range(0, 30) select World.View($"p{person}", $"met{item:00}", 40)]);

    [Fact]
    public void Explored_OverManyHours_ComesAsOftenAsItsPropensityTells()
    {
        using var recommender = Shop.Build();
        recommender.NoteShown("new0", 40, 8);
        recommender.NoteShown("new1", 40, 0);
        var (shown, propensities) = (new Dictionary<string, int>(), new Dictionary<string, double>());
        for (var hour = 0; hour < Hours; hour++)
        {
            var explored = recommender.Recommend(World.Ask() with { Instant = World.Now.AddHours(hour) }).Items[9];
            shown[explored.ItemId] = shown.GetValueOrDefault(explored.ItemId) + 1;
            propensities[explored.ItemId] = explored.Propensity!.Value;
        }

        Assert.Equal(4, shown.Count);
        Assert.Equal(1, propensities.Values.Sum(), 9);
        foreach (var (item, propensity) in propensities)
        {
            // Five standard deviations.
            var tolerance = 5 * Math.Sqrt(propensity * (1 - propensity) / Hours);
            Assert.InRange(shown[item] / (double)Hours, propensity - tolerance, propensity + tolerance);
            Assert.True(propensity >= 0.1 / 4);
        }

        Assert.True(propensities["new1"] < propensities["new2"]);
        Assert.Equal(propensities["new2"], propensities["new3"], 12);
    }

    [Fact]
    public void Explored_EachItem_TellsHowItStoodAmongThoseItCouldHaveBeen()
    {
        using var recommender = Shop.Build();
        recommender.NoteShown("new0", 40, 8);
        recommender.NoteShown("new1", 40, 2);
        var choices = Enumerable.Range(0, Hours)
            .Select(hour => recommender.Recommend(World.Ask() with { Instant = World.Now.AddHours(hour) }).Items[9])
            .DistinctBy(item => item.ItemId).ToDictionary(item => item.ItemId, item => (item.Propensity!.Value, item.Choice!.Value));

        foreach (var (propensity, choice) in choices.Values) Assert.Equal((propensity, 4), (choice.Propensity, choice.Eligible));
        Assert.Equal(
            [("new0", 0, 0, 1), ("new1", 1, 1, 1), ("new2", 2, 2, 2), ("new3", 3, 2, 2)],
            choices.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item =>
                (item.Key, item.Value.Item2.Newer, item.Value.Item2.MoreClicked, item.Value.Item2.EquallyClicked)));
    }

    [Fact]
    public void Explored_SecondPlace_CouldNotHaveBeenWhatTheFirstIs()
    {
        using var recommender = Shop.Build();
        var items = recommender.Recommend(World.Ask() with { Limit = 100 }).Items;

        Assert.Equal([4, 3, 2], ((int[])[9, 19, 29]).Select(place => items[place].Choice!.Value.Eligible));
        Assert.Equal(34, items.Count);
    }

    [Fact]
    public void Explored_SameHour_IsTheSameOnEveryPage()
    {
        using var recommender = Shop.Build();
        var whole = recommender.Recommend(World.Ask() with { Limit = 100 }).Items;
        var paged = Enumerable.Range(0, 10).SelectMany(page => recommender.Recommend(World.Ask() with { Offset = 4 * page, Limit = 4 }).Items);

        Assert.Equal(whole, paged);
        Assert.Equal([9, 19, 29], Enumerable.Range(0, whole.Count).Where(place => whole[place].Propensity is not null));
    }

    [Fact]
    public void Explored_TurnedOff_IsNone()
    {
        using var recommender = Shop.Build(new() { ExploreEvery = 0 });
        var items = recommender.Recommend(World.Ask() with { Limit = 100 }).Items;

        Assert.All(items, item => Assert.Null(item.Propensity));
        Assert.All(items.Take(30), item => Assert.StartsWith("met", item.ItemId));
    }

    [Fact]
    public void Explored_MetByFew_SaysSo()
    {
        var world = Shop with { Interactions = [.. Shop.Interactions, .. Enumerable.Range(0, 4).Select(item => World.View("p0", $"new{item}", 300))] };
        using var recommender = world.Build();
        var explored = recommender.Recommend(World.Ask()).Items[9];

        Assert.Equal((RecommendationSource.Exploration, "Not many have seen this yet"), (explored.Source, explored.Reason));
    }
}
