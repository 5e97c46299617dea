using System.Diagnostics;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Durability;

/// <summary>A 200 means: written to disk. It survives the death of the process at any instant, and counts once.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Kill_WhileEventsPourIn_LosesNothingAcknowledged() => StormAsync(kills: 4, senders: 4);

    [Fact]
    public async Task Kill_ManyTimes_LosesNothingAcknowledged()
    {
        FullTests.Require("three minutes");
        await StormAsync(kills: 60, senders: 8);
    }

    private async Task StormAsync(int kills, int senders)
    {
        var random = new Random(kills);
        var engine = await EngineProcess.StartAsync(_folder.Path);
        var all = Enumerable.Range(0, senders).Select(number => new Sender(() => Volatile.Read(ref engine).Client, $"{number}", number)).ToList();
        using var stop = new CancellationTokenSource();
        var sending = all.Select(sender => Task.Run(() => sender.RunAsync(tries: true, stop.Token))).ToList();
        var lived = TimeSpan.Zero;

        for (var kill = 0; kill < kills; kill++)
        {
            var watch = Stopwatch.StartNew();
            await Task.Delay(random.Next(200, 1500), TestContext.Current.CancellationToken);
            await engine.KillAsync();
            lived += watch.Elapsed;
            Assert.DoesNotContain(sending, sender => sender.IsFaulted);
            var next = await EngineProcess.StartAsync(_folder.Path);
            await Interlocked.Exchange(ref engine, next).DisposeAsync();
        }

        await stop.CancelAsync();
        await Task.WhenAll(sending);
        await Ledger.AssertCountedAsync(engine.Client, all);
        await engine.KillAsync();
        Ledger.AssertKept(new EngineStore(_folder.Path), all);
        await engine.DisposeAsync();

        var events = all.Sum(sender => sender.Acknowledged.Sum(request => request.Count));
        Assert.True(events > kills * 50 && all.Sum(sender => sender.Broken) >= kills, "There was no storm to speak of.");
        output.WriteLine(
            $"{kills} kills; {events:N0} events in {all.Sum(sender => sender.Acknowledged.Count):N0} requests, {events / lived.TotalSeconds:N0} a second "
            + $"while it lived; {all.Sum(sender => sender.Broken):N0} requests broke.");
    }
}
