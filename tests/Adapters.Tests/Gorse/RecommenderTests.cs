using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Adapters.Tests.Gorse;

/// <summary>Gorse is up: its order, our rules.</summary>
public sealed class RecommenderTests : IAsyncLifetime
{
    private GorseServer _server = null!;
    private Chain _chain = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await GorseServer.StartAsync(new GorseServerOptions(Arguments: ["--positive", "interest>=2.5"]));
        _chain = new Chain(_server);
    }

    public async ValueTask DisposeAsync()
    {
        _chain.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Recommend_GorseIsUp_KeepsItsOrderAndSaysSo()
    {
        _chain.Catalogue(Items("a", "b", "c", "d"));
        await _chain.TellGorseAsync("c", "a", "d", "b");

        var page = await _chain.AskAsync();

        Assert.Equal(["c", "a", "d", "b"], Ids(page));
        Assert.Equal(("gorse", false, false), (page.Recommender, page.IsStandIn, page.HasMore));
        Assert.All(page.Items, item => Assert.Equal(RecommendationSource.Gorse, item.Source));
        Assert.Equal(page.Items.Select(item => item.Score).OrderDescending(), page.Items.Select(item => item.Score));
        Assert.Equal(1, page.Items[0].Score);
    }

    [Fact]
    public async Task Recommend_WhatMustNotBeShown_IsNotWhateverGorseSays()
    {
        var now = Chain.Now;
        _chain.Catalogue(Items("shown", "seen", "excluded", "current"));
        _chain.Catalogue(
            Chain.Item("hidden") with { Hidden = true }, Chain.Item("expired") with { ExpiresAt = now.AddHours(-1) },
            Chain.Item("unpublished") with { PublishedAt = now.AddHours(1) }, Chain.Item("deleted"));
        _chain.Feed.Apply(new ItemChange("deleted", null, now));
        _chain.View("ada", "seen");
        await _chain.TellGorseAsync("hidden", "seen", "expired", "unknown", "deleted", "excluded", "unpublished", "current", "shown");

        var page = await _chain.AskAsync(ask: query => query with { ExcludeIds = ["excluded"], CurrentItemId = "current" });

        Assert.Equal(["shown"], Ids(page));
    }

    [Fact]
    public async Task Recommend_Categories_AreAlternativesAsOursAre()
    {
        _chain.Catalogue(Chain.Item("a", "x"), Chain.Item("b", "y"), Chain.Item("c", "z"), Chain.Item("d"));
        await _chain.TellGorseAsync("d", "c", "b", "a");

        Assert.Equal(["b", "a"], Ids(await _chain.AskAsync(ask: query => query with { Categories = ["x", "y"] })));
    }

    [Fact]
    public async Task Recommend_GorseKnowsTooLittle_IsFilledUpAndEachItemTellsItsSource()
    {
        _chain.Catalogue(Items("a", "b", "c", "d"));
        await _chain.TellGorseAsync("c", "a");

        var page = await _chain.AskAsync();

        Assert.Equal(["c", "a", "b", "d"], Ids(page));
        Assert.Equal(["gorse", "gorse", "new", "new"], page.Items.Select(item => item.Source.WireName()));
        Assert.Equal(page.Items.Select(item => item.Score).OrderDescending(), page.Items.Select(item => item.Score));
        Assert.Equal("gorse", page.Recommender);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Recommend_PageByPage_NeitherOverlapsNorSkips(int limit)
    {
        _chain.Catalogue(Items([.. Enumerable.Range(0, 12).Select(number => $"i{number:00}")]));
        await _chain.TellGorseAsync("i07", "i03", "of-gorse-alone", "i11", "i05");
        var whole = Ids(await _chain.AskAsync(ask: query => query with { Limit = 100 }));

        List<string> paged = [];
        RecommendationPage page;
        do
        {
            page = await _chain.AskAsync(ask: query => query with { Limit = limit, Offset = paged.Count });
            Assert.Equal(paged.Count, page.Offset);
            Assert.Equal(page.Items.Any(item => item.Source == RecommendationSource.Gorse) ? "gorse" : "embedded", page.Recommender);
            paged.AddRange(Ids(page));
        }
        while (page.HasMore);

        Assert.Equal(12, whole.Count);
        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task Recommend_NothingOfGorsesMayBeShown_IsTheEmbeddedOnesAnswerAndNoStandIn()
    {
        _chain.Catalogue(Items("a"));
        await _chain.TellGorseAsync("x", "y");

        var page = await _chain.AskAsync();

        Assert.Equal(["a"], Ids(page));
        Assert.Equal(("embedded", false), (page.Recommender, page.IsStandIn));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Recommend_ForNobodyInParticular_IsTheEmbeddedOnesAnswer(string? person)
    {
        _chain.Catalogue(Items("a", "b"));
        await _chain.TellGorseAsync("b", "a");

        var page = await _chain.AskAsync(person);

        Assert.Equal((2, "embedded", false), (page.Items.Count, page.Recommender, page.IsStandIn));
    }

    [Fact]
    public async Task Recommend_LookingAtAnItem_BringsForwardWhatGoesWithIt()
    {
        _chain.Catalogue(Items("a", "b", "c", "d"));
        await _chain.TellGorseAsync("a", "b", "c", "d");
        await _chain.Gorse.PutInterestsAsync(
            [.. Enumerable.Range(0, 3).SelectMany(fan => (string[])["b", "d"], (fan, item) => new Engine.Sync.Gorse.Interest($"fan-{fan}", item, 3, Chain.Now))],
            TestContext.Current.CancellationToken);

        Assert.Equal("d", Ids(await _chain.AskAsync(ask: query => query with { CurrentItemId = "b" }))[0]);
    }

    /// <summary>The head of Gorse says null for no neighbours; without a recommender for them either generation says 404.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(true, "--no-neighbours")]
    [InlineData(false, "--no-neighbours")]
    public async Task Recommend_LookingAtAnItemNothingGoesWith_IsGorsesAnswerStill(bool isHead, params string[] arguments)
    {
        await using var server = await GorseServer.StartAsync(new GorseServerOptions(isHead, Arguments: arguments));
        using var chain = new Chain(server);
        chain.Catalogue(Items("a", "b", "c"));
        await chain.TellGorseAsync("c", "b", "a");

        var page = await chain.AskAsync(ask: query => query with { CurrentItemId = "b" });

        Assert.Equal(["c", "a"], Ids(page));
        Assert.Equal(("gorse", false), (page.Recommender, page.IsStandIn));
    }

    [Fact]
    public async Task Health_OfAGorseThatIsReady_SaysSo() =>
        Assert.Equal("gorse", await _chain.Health.CheckAsync(TestContext.Current.CancellationToken));

    private static IEnumerable<ItemRecord> Items(params IEnumerable<string> ids) => ids.Select(id => Chain.Item(id));

    private static List<string> Ids(RecommendationPage page) => [.. page.Items.Select(item => item.ItemId)];
}
