using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Recommending;

/// <summary>What speaks for an item: for strangers what is trending, popular, new; for others what goes with their history.</summary>
public sealed class SourceTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    private static readonly string[] Sources = ["item_based", "user_based", "similar", "trending", "popular", "new", "exploration"];

    private readonly Catalogue _items = new(engine.Client);

    [Fact]
    public async Task Stranger_GetsTrendingThenPopularThenNew()
    {
        await _items.PutAsync(Enumerable.Range(0, 4));
        await _items.MakePopularAsync(0, viewers: 20);
        await _items.MakePopularAsync(1, viewers: 9);
        await engine.Client.AcceptEventsAsync("rybbit", Enumerable.Range(0, 12).Select(_ =>
            Sent.PageView(Sent.NewId("crowd"), $"/blog/{_items.Item(2)}", 60 * 24 * 25)));

        var shown = await _items.RecommendAsync(Sent.NewId());

        Assert.Equal(
            [(_items.Item(0), "trending"), (_items.Item(1), "trending"), (_items.Item(2), "popular"), (_items.Item(3), "new")],
            shown.Select(item => ((string)item!["item_id"]!, (string)item["source"]!)));
    }

    [Fact]
    public async Task Person_WithAHistory_GetsWhatOthersOfThatHistoryMetFirst()
    {
        int[] one = [.. Enumerable.Range(0, 20)], two = [.. Enumerable.Range(20, 20)];
        await _items.PutAsync(Enumerable.Range(0, 40));
        // Two circles that never look at each other's items, and a crowd that makes the other circle's more popular.
        for (var reader = 0; reader < 15; reader++)
        {
            await _items.ViewAsync(Sent.NewId("one"), one);
            await _items.ViewAsync(Sent.NewId("two"), two);
        }

        foreach (var number in two) await _items.MakePopularAsync(number, viewers: 3);
        var user = Sent.NewId();
        await _items.ViewAsync(user, one[..18]);

        var shown = await _items.RecommendAsync(user);

        Assert.Equal([_items.Item(18), _items.Item(19)], shown.Take(2).Select(item => (string)item!["item_id"]!).Order(StringComparer.Ordinal));
        Assert.All(shown.Take(2), item => Assert.Contains((string)item!["source"]!, (string[])["item_based", "user_based"]));
    }

    [Fact]
    public async Task Stranger_LookingAtAnItem_GetsWhatWasViewedTogetherWithIt()
    {
        await _items.PutAsync(Enumerable.Range(0, 10));
        foreach (var _ in Enumerable.Range(0, 5)) await _items.ViewAsync(Sent.NewId("pair"), 0, 1);
        await _items.MakePopularAsync(2, viewers: 20);
        var stranger = Sent.NewId();

        Assert.Equal(_items.Item(2), (await _items.RecommendedAsync(stranger))[0]);
        var beside = await _items.RecommendAsync(stranger, query: $"&current_item={_items.Item(0)}");

        Assert.Equal((_items.Item(1), "similar"), ((string?)beside[0]!["item_id"], (string?)beside[0]!["source"]));
        Assert.DoesNotContain(beside, item => (string?)item!["item_id"] == _items.Item(0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("unknown-item")]
    public async Task CurrentItem_EmptyOrUnknown_IsRefusedOrChangesNothing(string item)
    {
        await _items.PutAsync([0]);
        await _items.MakePopularAsync(0, viewers: 3);
        var stranger = Sent.NewId();

        var answer = await engine.Client.GetAsync($"/api/v1/recommend/{stranger}?current_item={item}");

        if (item.Length == 0) answer.AssertProblem(400, "current_item");
        else Assert.Equal(await _items.RecommendedAsync(stranger), await _items.RecommendedAsync(stranger, query: $"&current_item={item}"));
    }

    [Fact]
    public async Task Items_AllOfThem_TellSourceReasonTitleAndScore()
    {
        await _items.PutAsync(Enumerable.Range(0, 20), ("url", "https://example.com/x"));
        await _items.MakePopularAsync(1, viewers: 5);
        var user = Sent.NewId();
        await _items.ViewAsync(user, 2, 3);

        foreach (var person in (string[])[user, Sent.NewId()])
        {
            var shown = await _items.RecommendAsync(person);
            Assert.NotEmpty(shown);
            Assert.All(shown, item =>
            {
                Assert.Contains((string)item!["source"]!, Sources);
                Assert.False(string.IsNullOrWhiteSpace((string?)item["reason"]));
                Assert.Equal($"Title of {item["item_id"]}", (string?)item["title"]);
                Assert.Equal("https://example.com/x", (string?)item["url"]);
                Assert.InRange((double)item["score"]!, 0, 1);
            });
        }
    }

    [Fact]
    public async Task NewItem_OfATasteThePersonHas_GetsItsChanceButNotTheTop()
    {
        await _items.PutAsync(Enumerable.Range(0, 25));
        for (var number = 0; number < 20; number++) await _items.MakePopularAsync(number, viewers: 3);
        var user = Sent.NewId();
        await _items.ViewAsync(user, 0, 1, 2);

        var items = await _items.RecommendAsync(user, n: 20);

        Assert.NotEqual("new", (string?)items[0]!["source"]);
        Assert.Equal([9], Enumerable.Range(0, 10).Where(place => items[place]!["propensity"] is not null));
        Assert.Contains((string?)items[9]!["source"], (string[])["new", "exploration"]);
    }

    [Fact]
    public async Task Answer_OfAStranger_SaysThatNobodyIsKnown()
    {
        var answer = (await engine.Client.GetAsync($"/api/v1/recommend/{Sent.NewId()}")).AssertOk().Json;

        Assert.Equal((false, false, "embedded"), ((bool)answer["known"]!, (bool)answer["degraded"]!, (string?)answer["recommender"]));
        Assert.NotEmpty((string)answer["decision_id"]!);
    }
}
