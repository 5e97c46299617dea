using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Durability;

/// <summary>SIGTERM ends it cleanly: what is under way is finished, what waits is stored, the exit code is 0.</summary>
public sealed class TerminateTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Terminate_WhileEventsPourIn_EndsWithCode0AndLosesNothing()
    {
        await using var engine = await EngineProcess.StartAsync(_folder.Path);
        var senders = Enumerable.Range(0, 4).Select(number => new Sender(() => engine.Client, $"{number}", number)).ToList();
        var sending = senders.Select(sender => Task.Run(() => sender.RunAsync(tries: false, CancellationToken.None))).ToList();
        await Task.Delay(1000, TestContext.Current.CancellationToken);

        var exitCode = await engine.TerminateAsync();
        await Task.WhenAll(sending);

        Assert.Equal(0, exitCode);
        Assert.True(senders.TrueForAll(sender => sender.Acknowledged.Count > 0));
        Ledger.AssertKept(new EngineStore(_folder.Path), senders);
    }

    [Fact]
    public async Task Terminate_RightAfterDecisions_StoresTheirExposures()
    {
        const int People = 200;
        await using var engine = await EngineProcess.StartAsync(_folder.Path);
        (await engine.Client.AdminAsync(HttpMethod.Post, "experiments", """
            {"key": "storm", "name": "Storm", "status": "running", "traffic_allocation": 1,
             "variants": [{"key": "a", "weight": 0.5}, {"key": "b", "weight": 0.5}]}
            """)).AssertOk();
        await Task.WhenAll(Enumerable.Range(0, People).Select(person => engine.Client.PersonalizeAsync($"person-{person}")));

        Assert.Equal(0, await engine.TerminateAsync());

        Assert.Equal(People, new EngineStore(_folder.Path).Count("select count(distinct person_id) from exposures"));
    }

    [Fact]
    public async Task Terminate_Idle_EndsAtOnce()
    {
        await using var engine = await EngineProcess.StartAsync(_folder.Path);

        var ending = engine.TerminateAsync();

        Assert.Same(ending, await Task.WhenAny(ending, Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken)));
        Assert.Equal(0, await ending);
        Assert.DoesNotContain(engine.Output, line => line.Contains("Exception", StringComparison.Ordinal));
    }
}
