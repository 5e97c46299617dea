using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Personalization;

/// <summary>The list on its own: its shape, its pages and the limits of its query.</summary>
public sealed class RecommendAnswerTests(SharedEngine engine)
{
    [Fact]
    public async Task Recommend_Stranger_HasEveryDocumentedField()
    {
        var category = await CatalogueAsync(2);
        var answer = (await engine.Client.GetAsync($"/api/v1/recommend/{Sent.NewId()}?category={category}")).AssertOk().Json;

        answer.AssertShape(
            "recommend_id:string", "decision_id:string", "user_id:string", "known:boolean", "recommendations:array", "next_offset:number?",
            "recommender:string", "degraded:boolean", "unused_inputs:array", "generated_at:instant");
        var items = answer["recommendations"]!.AsArray();
        Assert.Equal(2, items.Count);
        Assert.All(items, item => item.AssertShape(
            "item_id:string", "title:string?", "url:string?", "score:number", "source:string", "reason:string",
            "contributions:array", "propensity:number?"));
    }

    [Fact]
    public async Task Recommend_PageByPage_GivesEveryItemOnce()
    {
        var category = await CatalogueAsync(25);
        var user = Sent.NewId();
        var seen = new List<string>();
        int? offset = 0;
        while (offset is not null)
        {
            var page = (await engine.Client.GetAsync($"/api/v1/recommend/{user}?category={category}&n=10&offset={offset}")).AssertOk().Json;
            seen.AddRange(page["recommendations"]!.AsArray().Select(item => (string)item!["item_id"]!));
            offset = (int?)page["next_offset"];
        }

        Assert.Equal(25, seen.Count);
        Assert.Equal(25, seen.Distinct().Count());
    }

    [Fact]
    public async Task Exclude_Items_LeavesThemOut()
    {
        var category = await CatalogueAsync(3);
        var all = await ItemsAsync($"category={category}");

        var rest = await ItemsAsync($"category={category}&exclude={all[0]},{all[2]}");

        Assert.Equal([all[1]], rest);
    }

    [Fact]
    public async Task Category_Several_TakesItemsOfAny()
    {
        var (one, other) = (await CatalogueAsync(1), await CatalogueAsync(1));

        Assert.Equal(2, (await ItemsAsync($"category={one},{other}")).Count);
        Assert.Equal(2, (await ItemsAsync($"category={one}&category={other}")).Count);
    }

    [Fact]
    public async Task Offset_BeyondTheEnd_IsAnEmptyLastPage()
    {
        var category = await CatalogueAsync(1);
        var answer = (await engine.Client.GetAsync($"/api/v1/recommend/{Sent.NewId()}?category={category}&offset=10000")).AssertOk().Json;

        Assert.Empty(answer["recommendations"]!.AsArray());
        Assert.Null(answer["next_offset"]);
    }

    [Theory]
    [InlineData("n=1")]
    [InlineData("n=100")]
    [InlineData("offset=0")]
    public async Task Parameters_InRange_AreTaken(string query) =>
        (await engine.Client.GetAsync($"/api/v1/recommend/{Sent.NewId()}?{query}")).AssertOk();

    [Theory]
    [InlineData("n=0", "n")]
    [InlineData("n=101", "n")]
    [InlineData("n=", "n")]
    [InlineData("n=1e9", "n")]
    [InlineData("n=-1", "n")]
    [InlineData("n=many", "n")]
    [InlineData("offset=-1", "offset")]
    [InlineData("offset=10001", "offset")]
    [InlineData("offset=99999999999", "offset")]
    public async Task Parameters_OutOfRange_AreRefusedByName(string query, string field) =>
        (await engine.Client.GetAsync($"/api/v1/recommend/{Sent.NewId()}?{query}")).AssertProblem(400, field);

    [Theory]
    [InlineData("category", 50, 51)]
    [InlineData("exclude", 500, 501)]
    public async Task Lists_Length_IsLimited(string name, int most, int tooMany)
    {
        (await engine.Client.GetAsync($"/api/v1/recommend/{Sent.NewId()}?{name}={List(most)}")).AssertOk();
        (await engine.Client.GetAsync($"/api/v1/recommend/{Sent.NewId()}?{name}={List(tooMany)}")).AssertProblem(400, name);
    }

    private static string List(int count) => string.Join(',', Enumerable.Range(0, count).Select(i => $"v{i}"));

    /// <returns>A category that only the new items have.</returns>
    private async Task<string> CatalogueAsync(int items)
    {
        var category = Sent.NewId("category");
        await engine.Client.AcceptEventsAsync("cdp", Enumerable.Range(0, items).Select(_ => Sent.Item(Sent.NewId("item"), category)));
        return category;
    }

    private async Task<List<string>> ItemsAsync(string query) =>
        [.. (await engine.Client.GetAsync($"/api/v1/recommend/{Sent.NewId()}?{query}")).AssertOk()
            .Json["recommendations"]!.AsArray().Select(item => (string)item!["item_id"]!)];
}
