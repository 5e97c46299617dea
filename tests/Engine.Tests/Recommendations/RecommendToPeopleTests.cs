using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Recommendations;

public sealed class RecommendToPeopleTests
{
    private static readonly ComparisonGroup Half = new(0.5, "seed");

    private readonly RecommenderInMemory _personal = new("mine");
    private readonly EmbeddedRecommenderInMemory _embedded = new(
        new RecommendedItem("pin", 1, RecommendationSource.Pinned, new RecommendationReason(ReasonKind.Pinned)), new RecommendedItem("hit", 1, RecommendationSource.Popular, new RecommendationReason(ReasonKind.Popular, Count: 9)),
        new RecommendedItem("fresh", 0.5, RecommendationSource.New, new RecommendationReason(ReasonKind.New)));

    [Fact]
    public async Task Run_PersonOfTheGroup_GetsThePopularListUnderItsOwnName()
    {
        var page = await RunAsync(Half, Person(isOfGroup: true));

        Assert.Equal(
            [("pin", RecommendationSource.Pinned), ("hit", RecommendationSource.Comparison), ("fresh", RecommendationSource.Comparison)],
            page.Items.Select(item => (item.ItemId, item.Source)));
        Assert.Equal(("embedded", "Popular: 9 people viewed this"), (page.Recommender, page.Items[1].Reason));
        Assert.Empty(_personal.Queries);
    }

    [Fact]
    public async Task Run_PersonOfTheGroup_IsAskedForAsEverybodyIs()
    {
        var query = Query(Person(isOfGroup: true)) with { Limit = 7, Offset = 3, Categories = ["tea"], ExcludeIds = ["x"], PerCategory = 2 };

        await new RecommendToPeople(_personal, _embedded, Half).RunAsync(query, TestContext.Current.CancellationToken);

        Assert.Equal((RecommendationShelf.Popular, query), Assert.Single(_embedded.Asked));
    }

    [Fact]
    public async Task Run_AnybodyElse_GetsAPersonalList()
    {
        Assert.Equal("mine", Assert.Single((await RunAsync(Half, Person(isOfGroup: false))).Items).ItemId);
        Assert.Equal("mine", Assert.Single((await RunAsync(Half, null)).Items).ItemId);
        Assert.Equal("mine", Assert.Single((await RunAsync(ComparisonGroup.None, Person(isOfGroup: true))).Items).ItemId);
        Assert.Empty(_embedded.Asked);
    }

    private static string Person(bool isOfGroup) =>
        Enumerable.Range(0, 100).Select(number => $"person-{number}").First(person => Half.Contains(person) == isOfGroup);

    private static RecommendationQuery Query(string? person) => new() { PersonId = person, Instant = Timing.Noon };

    private async Task<RecommendationPage> RunAsync(ComparisonGroup group, string? person) =>
        await new RecommendToPeople(_personal, _embedded, group).RunAsync(Query(person), TestContext.Current.CancellationToken);
}
