using CsCheck;
using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

/// <summary>What holds for every list in every world, with everything asked for at once.</summary>
public sealed class ListPropertyTests
{
    public static TheoryData<RecommendationShelf> Shelves => [.. Enum.GetValues<RecommendationShelf>()];

    [Theory]
    [MemberData(nameof(Shelves))]
    public void List_PageByPage_HoldsWhatBruteForceFindsOnce(RecommendationShelf shelf) => ForAll(shelf, (world, asked, pages) =>
    {
        string[] joined = [.. pages.SelectMany(page => page.Items).Select(item => item.ItemId)];

        Assert.Equal(joined.Distinct(), joined);
        Assert.Equal(asked.ListOf(world).Order(StringComparer.Ordinal), joined.Order(StringComparer.Ordinal));
        Assert.Empty(joined.Intersect(asked.Query.ExcludeIds));
    });

    [Theory]
    [MemberData(nameof(Shelves))]
    public void List_PageByPage_KeepsTheBoundOfEachCategory(RecommendationShelf shelf) => ForAll(shelf, (world, asked, pages) =>
    {
        if (asked.Query.PerCategory is not { } most) return;
        var categories = world.Catalogue.ToDictionary(item => item.ItemId, item => item.Categories.Distinct(StringComparer.OrdinalIgnoreCase));
        foreach (var page in pages)
        {
            var counts = page.Items.SelectMany(item => categories.GetValueOrDefault(item.ItemId, []).Select(category => (category, item.Source)));
            // Editors may pin more than that.
            Assert.All(counts.GroupBy(one => one.category), category => Assert.True(
                category.Count() <= Math.Max(most, category.Count(one => one.Source == RecommendationSource.Pinned))));
        }
    });

    [Theory]
    [MemberData(nameof(Shelves))]
    public void List_Unbounded_HasPinnedItemsInTheirPlaces(RecommendationShelf shelf) => ForAll(shelf, (world, asked, pages) =>
    {
        RecommendedItem[] joined = [.. pages.SelectMany(page => page.Items)];
        var pins = asked.PinsOf(world).ToHashSet();

        Assert.Equal(pins.Order(StringComparer.Ordinal), joined.Where(item => item.Source == RecommendationSource.Pinned).Select(item => item.ItemId).Order(StringComparer.Ordinal));
        foreach (var pin in asked.Query.Pinned.Where(pin => pins.Contains(pin.ItemId) && pin.Position <= joined.Length - pins.Count))
            Assert.Equal(pin.ItemId, joined[pin.Position!.Value - 1].ItemId);
    }, unbounded: true);

    [Theory]
    [MemberData(nameof(Shelves))]
    public void List_PageByPage_ScoresNeverRise(RecommendationShelf shelf) => ForAll(shelf, (_, _, pages) =>
    {
        double[] scores = [.. pages.SelectMany(page => page.Items).Select(item => item.Score)];

        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(scores, score => Assert.InRange(score, double.Epsilon, 1));
    });

    [Theory]
    [MemberData(nameof(Shelves))]
    public void List_AnyItem_HasSharesThatSumToOneAtMost(RecommendationShelf shelf) => ForAll(shelf, (_, asked, pages) =>
    {
        foreach (var item in pages.SelectMany(page => page.Items))
        {
            Assert.InRange(item.Contributions.Count, 0, RecommendedItem.MostContributions);
            Assert.All(item.Contributions, one => Assert.InRange(one.Share, 0.001, 1));
            Assert.InRange(item.Contributions.Sum(one => one.Share), 0, 1.0001);
            Assert.InRange(item.Propensity ?? 1, double.Epsilon, 1.0001);
        }
    });

    private static void ForAll(
        RecommendationShelf shelf, Action<World, FilteredQuery, IReadOnlyList<RecommendationPage>> check, bool unbounded = false) =>
        Gen.Select(Generate.AnyWorld, Generate.FilteredQuery.Array[4], Gen.Int[0, 4]).Sample((world, queries, every) =>
        {
            using var recommender = world.Build(new() { ExploreEvery = every });
            foreach (var asked in queries)
            {
                var one = unbounded ? asked with { Query = asked.Query with { PerCategory = null } } : asked;
                check(world, one, Pages(recommender, shelf, one.Query));
            }
        }, iter: 150);

    private static List<RecommendationPage> Pages(Recommender recommender, RecommendationShelf shelf, RecommendationQuery query)
    {
        List<RecommendationPage> pages = [];
        var offset = 0;
        do
        {
            pages.Add(recommender.Ask(shelf, query with { Offset = offset }));
            offset += pages[^1].Items.Count;
        }
        while (pages[^1].HasMore);
        return pages;
    }
}
