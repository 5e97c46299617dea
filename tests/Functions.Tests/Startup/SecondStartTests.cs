using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Startup;

/// <summary>Everything the engine knows is in the data folder: a second start on it knows all of the first.</summary>
public sealed class SecondStartTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_OnTheFolderOfAnEarlierRun_KnowsPeopleRulesAndEventIds()
    {
        var view = Sent.PageView("ann", "/pricing", 60);
        view["event_id"] = "event-1";
        string? before;
        await using (var first = await EngineProcess.StartAsync(_folder.Path))
        {
            await first.Client.AcceptEventsAsync("rybbit", view);
            await first.Client.AcceptEventsAsync(
                "cdp", Sent.Cdp("customer.upserted", 60, new JsonObject { ["user_id"] = "ann", ["name"] = "Ann" }));
            (await first.Client.AdminAsync(HttpMethod.Post, "rules", """
                {"name": "r", "conditions": {"name": "Ann"}, "actions": [{"type": "show", "slot": "hero", "content": {"headline": "Hello Ann"}}]}
                """)).AssertOk();
            before = await HeadlineAsync(first);
            Assert.Equal(0, await first.TerminateAsync());
        }

        await using var second = await EngineProcess.StartAsync(_folder.Path);
        await second.Client.BecomeReadyAsync();
        var again = await second.Client.SendEventsAsync("rybbit", view.ToJsonString());

        Assert.Equal("Hello Ann", before);
        Assert.Equal(before, await HeadlineAsync(second));
        Assert.Equal(1, (int)again.AssertOk().Json["duplicates"]!);
        Assert.Equal(3.5m, (decimal)(await second.Client.ScoreAsync("ann"))["score"]!);
    }

    [Fact]
    public async Task Start_OnAFolderThatIsNotThere_MakesItAndBecomesReady()
    {
        await using var engine = await EngineProcess.StartAsync(
            _folder.Path, ("DATA_DIR", Path.Combine(_folder.Path, "made", "here")));

        (await engine.Client.GetAsync("/api/v1/health/live")).AssertOk();
        await engine.Client.BecomeReadyAsync();
    }

    private static async Task<string?> HeadlineAsync(EngineProcess engine) =>
        (string?)(await engine.Client.PersonalizeAsync("ann"))["slots"]!["hero"]!["content"]!["headline"];
}
