using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Recommending;

/// <summary>Parameters of recommend: n, offset, category, exclude.</summary>
public sealed class PageAndFilterTests(SharedEngine engine)
{
    private readonly Catalogue _items = new(engine.Client);
    private readonly string _user = Sent.NewId();

    [Fact]
    public async Task Pages_OneAfterTheOther_GiveTheWholeListWithoutOverlap()
    {
        await FillAsync(45);
        await _items.ViewAsync(_user, 3, 4, 5);
        var whole = await _items.RecommendedAsync(_user);

        List<string> paged = [];
        for (int? offset = 0; offset is not null;)
        {
            var path = $"/api/v1/recommend/{_user}?n=10&offset={offset}&category={_items.Category}";
            var page = (await engine.Client.GetAsync(path)).AssertOk().Json;
            paged.AddRange(page["recommendations"]!.AsArray().Select(item => (string)item!["item_id"]!));
            offset = (int?)page["next_offset"];
        }

        Assert.Equal(42, whole.Count);
        Assert.Equal(whole, paged);
        Assert.Equal(whole.Count, whole.Distinct().Count());
    }

    [Fact]
    public async Task Pages_BeyondTheEnd_AreEmpty()
    {
        await FillAsync(3);

        Assert.Empty(await _items.RecommendedAsync(_user, 10, "&offset=3"));
        Assert.Empty(await _items.RecommendedAsync(_user, 10, "&offset=10000"));
    }

    [Fact]
    public async Task Count_WithoutN_IsTen()
    {
        await FillAsync(15);

        var answer = (await engine.Client.GetAsync($"/api/v1/recommend/{_user}?category={_items.Category}")).AssertOk().Json;

        Assert.Equal((10, 10), (answer["recommendations"]!.AsArray().Count, (int)answer["next_offset"]!));
    }

    [Fact]
    public async Task Exclude_ItemIds_AreLeftOut()
    {
        await FillAsync(5);

        var byList = await _items.RecommendedAsync(_user, 100, $"&exclude={_items.Item(0)},{_items.Item(1)}");
        var byRepeat = await _items.RecommendedAsync(_user, 100, $"&exclude={_items.Item(0)}&exclude={_items.Item(1)}&exclude=unknown");

        Assert.Equal([2, 3, 4], byList.Order(StringComparer.Ordinal).Select(item => int.Parse(item[^1..], null)));
        Assert.Equal(byList, byRepeat);
    }

    [Fact]
    public async Task Category_AnyOfSeveral_IsEnough()
    {
        var others = new Catalogue(engine.Client);
        await FillAsync(2);
        await others.PutAsync([0]);

        var expected = ((string[])[_items.Item(0), _items.Item(1), others.Item(0)]).Order(StringComparer.Ordinal);
        Assert.Equal(expected, (await _items.RecommendedAsync(_user, 100, $",{others.Category}")).Order(StringComparer.Ordinal));
        Assert.Equal(expected, (await _items.RecommendedAsync(_user, 100, $"&category={others.Category}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Category_OfNoItem_GivesNone() => Assert.Empty(await _items.RecommendedAsync(_user));

    [Theory]
    [InlineData("n=0", "n")]
    [InlineData("n=101", "n")]
    [InlineData("n=ten", "n")]
    [InlineData("n=", "n")]
    [InlineData("offset=-1", "offset")]
    [InlineData("offset=99999999999", "offset")]
    public async Task Parameter_OutOfRange_IsRefusedByName(string query, string field) =>
        (await engine.Client.GetAsync($"/api/v1/recommend/{_user}?{query}")).AssertProblem(400, field);

    private Task FillAsync(int count) => _items.PutAsync(Enumerable.Range(0, count));
}
