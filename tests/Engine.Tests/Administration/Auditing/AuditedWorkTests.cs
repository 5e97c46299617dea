using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Administration.Auditing;

public sealed class AuditedWorkTests
{
    private static readonly AuditEntry What = new(default, "anna", AuditedKinds.Recommender, "ours", "trained") { Before = "{}" };

    private readonly AuditInMemory _audit = new();
    private readonly AuditedWork _work;

    public AuditedWorkTests() => _work = new AuditedWork(_audit, Timing.Clock());

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_WorkThatIsDone_StandsBetweenTwoEntries()
    {
        var before = -1;

        Assert.Equal(7, await _work.RunAsync(What, () => Task.FromResult((before = _audit.Entries.Count) is 1 ? (7, (string?)"[]") : default), Ending));

        Assert.Equal([("trained.started", null), ("trained", "[]")], _audit.Entries.Select(entry => (entry.Action, entry.After)));
        Assert.All(_audit.Entries, entry => Assert.Equal(("anna", Timing.Noon, "{}"), (entry.By, entry.At, entry.Before)));
    }

    [Fact]
    public async Task RunAsync_WorkThatFails_SaysSoAndFails()
    {
        await Assert.ThrowsAsync<IOException>(() => _work.RunAsync<int>(What, () => throw new IOException(), Ending));

        Assert.Equal([("trained.started", null), ("trained.failed", "IOException")], _audit.Entries.Select(entry => (entry.Action, entry.Reason)));
    }

    [Fact]
    public async Task RunAsync_NothingCanBeToldOfIt_DoesNothing()
    {
        _audit.Disturbance.Fail();
        var wasDone = false;

        await Assert.ThrowsAsync<IOException>(() => _work.RunAsync(What, () => Task.FromResult((wasDone = true, (string?)null)), Ending));

        Assert.False(wasDone);
    }

    [Fact]
    public async Task Entries_OfOneRequest_CarryItsId()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            RequestInHand.Begin($"r{number}");
            await Task.Yield();
            Assert.Equal($"r{number}", new AuditEntry(default, "anna", "a", "b", "c").RequestId);
        }));

        Assert.Null(new AuditEntry(default, "anna", "a", "b", "c").RequestId);
    }
}
