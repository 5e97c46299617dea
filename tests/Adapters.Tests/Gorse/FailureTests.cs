using System.Diagnostics;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Adapters.Tests.Gorse;

/// <summary>Gorse is down, hangs or is slow: the embedded recommender answers, in time and under its own name.</summary>
public sealed class FailureTests
{
    /// <summary>The budget of 100 ms, and what a busy machine adds.</summary>
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Recommend_GorseWasKilled_StandsInAndComesBack()
    {
        await using var server = await GorseServer.StartAsync();
        using var chain = await StartAsync(server.Url, server.ApiKey);
        Assert.Equal("gorse", (await chain.AskAsync()).Recommender);

        await server.Process.KillAsync();
        for (var i = 0; i < 20; i++) AssertStandsIn(await chain.AskAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => chain.Health.CheckAsync(TestContext.Current.CancellationToken));

        await server.Process.StartAsync();
        await UntilGorseAnswersAsync(chain);
    }

    [Fact]
    public async Task Recommend_GorseHangs_StandsInWithinTheBudgetAndThenAtOnce()
    {
        await using var server = await GorseServer.StartAsync();
        using var chain = await StartAsync(server.Url, server.ApiKey, TimeSpan.FromMilliseconds(100));
        await server.Process.PauseAsync();

        for (var i = 0; i < 10 || chain.Breaker != BreakerState.Open; i++)
        {
            Assert.True(i < 100, "The breaker does not open.");
            var started = Stopwatch.GetTimestamp();
            AssertStandsIn(await chain.AskAsync());
            Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, InTime);
        }

        await server.Process.ResumeAsync();
        await UntilGorseAnswersAsync(chain);
        Assert.Equal(BreakerState.Closed, chain.Breaker);
    }

    [Fact]
    public async Task Recommend_GorseIsSlow_StandsInUntilItIsFast()
    {
        await using var server = await GorseServer.StartAsync();
        await using var link = new SlowLink(server.Process.Port) { Delay = TimeSpan.FromSeconds(2) };
        using var chain = await StartAsync(new Uri($"http://127.0.0.1:{link.Port}"), server.ApiKey, TimeSpan.FromMilliseconds(100), tell: false);

        AssertStandsIn(await chain.AskAsync());

        link.Delay = TimeSpan.Zero;
        await chain.TellGorseAsync("b", "a");
        await UntilGorseAnswersAsync(chain);
    }

    [Fact]
    public async Task Recommend_TheKeyIsWrong_StandsIn()
    {
        await using var server = await GorseServer.StartAsync();
        using var chain = await StartAsync(server.Url, "wrong", tell: false);

        AssertStandsIn(await chain.AskAsync());
    }

    [Fact]
    public async Task Health_StoresBehindGorseAreDown_IsNotWell()
    {
        await using var server = await GorseServer.StartAsync(new GorseServerOptions(Arguments: "--not-ready"));
        using var chain = new Chain(server);

        await Assert.ThrowsAnyAsync<Exception>(() => chain.Health.CheckAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Recommend_CallerGoesAway_IsNoFailureOfGorse()
    {
        await using var server = await GorseServer.StartAsync();
        using var chain = await StartAsync(server.Url, server.ApiKey);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        for (var i = 0; i < 10; i++)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
                await chain.Recommender.RecommendAsync(new RecommendationQuery { PersonId = "ada", Instant = Chain.Now }, gone.Token));

        Assert.Equal("gorse", (await chain.AskAsync()).Recommender);
    }

    private static async Task<Chain> StartAsync(Uri address, string key, TimeSpan? budget = null, bool tell = true)
    {
        var chain = new Chain(address, key, options => budget is { } given ? options with { Budget = given } : options);
        chain.Catalogue(Chain.Item("a"), Chain.Item("b"));
        if (tell) await chain.TellGorseAsync("b", "a");
        return chain;
    }

    private static void AssertStandsIn(RecommendationPage page)
    {
        Assert.Equal(("embedded", true, 2), (page.Recommender, page.IsStandIn, page.Items.Count));
        Assert.DoesNotContain(page.Items, item => item.Source == RecommendationSource.Gorse);
    }

    private static async Task UntilGorseAnswersAsync(Chain chain)
    {
        var waited = Stopwatch.StartNew();
        while ((await chain.AskAsync()) is { IsStandIn: true })
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), "Gorse is back and not asked.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
