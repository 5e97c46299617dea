using System.Diagnostics;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Privacy;

/// <summary>The engine dies while it erases somebody.</summary>
public sealed class CutOffTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    [Fact]
    public async Task Erase_KilledUnderWay_IsGoneOnWithByTheNextStart()
    {
        FullTests.Require("two minutes");
        using var folder = new DataFolder();
        var store = new EngineStore(folder.Path);
        var user = Sent.NewId();
        await using (var engine = await EngineProcess.StartAsync(folder.Path))
        {
            await engine.Client.BecomeReadyAsync();
            for (var batch = 0; batch < 40; batch++)
                await engine.Client.AcceptEventsAsync("rybbit", Enumerable.Range(0, 1000).Select(i => Sent.PageView(user, $"/{i}", 1 + (i * 0.01))));
            var erasing = engine.Client.AdminAsync(HttpMethod.Delete, $"people/{user}");
            while (store.Count("select count(*) from erasures") == 0) await Task.Delay(1, TestContext.Current.CancellationToken);
            await engine.KillAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => erasing);
        }

        Assert.True(store.Count("select count(*) from events") > 0, "It was through already.");
        var id = store.Rows("select erasure_id from erasures", row => row.GetString(0))[0];

        await using var next = await EngineProcess.StartAsync(folder.Path);
        await next.Client.BecomeReadyAsync();
        Assert.Equal(1, (int)(await next.Client.SendEventsAsync("rybbit", Sent.PageView(user, "/").ToJsonString())).AssertOk().Json["ignored"]!);
        var waited = Stopwatch.StartNew();
        while ((string?)(await next.Client.AdminAsync(HttpMethod.Get, $"erasures/{id}")).AssertOk().Json["state"] != "done")
        {
            Assert.True(waited.Elapsed < Patience, string.Join('\n', next.Output));
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        Assert.Empty(Traces.InFile(folder.Path, [user]));
    }
}
