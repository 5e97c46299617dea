using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Recommending;

/// <summary>What is recommended does not depend on the process having been there when things happened.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Restart_SeenHiddenAndDeletedItems_StayOut()
    {
        var (user, device) = (Sent.NewId(), Sent.NewId("device"));
        await using var first = await StartAsync();
        var before = new Catalogue(first.Client);
        await before.PutAsync(Enumerable.Range(0, 6));
        foreach (var number in (int[])[0, 1, 2, 3, 4]) await before.MakePopularAsync(number, viewers: 10 + number);
        await before.ViewAsync(user, 0);
        await first.Client.AcceptEventsAsync("rybbit",
            Sent.Rybbit(device, "pageview", 5, "s", ("user_id", null), ("anonymous_id", device), ("pathname", $"/blog/{before.Item(1)}")),
            Sent.Rybbit(user, "pageview", 4, "s", ("anonymous_id", device), ("pathname", "/")));
        await first.Client.AcceptEventsAsync("cdp", before.Facts(before.Item(2), 0.1, ("hidden", true)));
        await before.DeleteAsync(3);
        var expected = (string[])[before.Item(4), before.Item(5)];
        Assert.Equal(expected, await before.RecommendedAsync(user));
        await first.KillAsync();

        await using var second = await StartAsync();
        var path = $"/api/v1/recommend/{user}?n=100";
        var after = (await second.Client.GetAsync(path)).AssertOk().Json["recommendations"]!.AsArray().Select(item => (string)item!["item_id"]!);

        Assert.Equal(expected, after);
    }

    private async Task<EngineProcess> StartAsync()
    {
        var engine = await EngineProcess.StartAsync(_folder.Path);
        await engine.Client.BecomeReadyAsync();
        return engine;
    }
}
