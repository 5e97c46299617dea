using System.Diagnostics;
using PersonalizationEngine.Adapters.Tests.Sqlite;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Adapters.Tests.Cdp;

/// <summary>A CDP of a size that many have.</summary>
public sealed class VolumeTests(CdpServer server, SqliteStores stores)
{
    private const string Setting = "PERSONALIZATION_FULL_TESTS";
    private const int People = 100_000;
    private const long MostGrowth = 16 * 1024 * 1024;

    [Fact]
    public async Task Customers_AHundredThousand_AreReadInMemoryThatDoesNotGrow()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Setting) == "1", $"Takes half a minute: set {Setting}=1, or run ./test --full.");
        var cdp = await server.NewAsync();
        await cdp.RunAsync(
            "create table people (no int primary key, mail varchar(60), name varchar(60), plan varchar(10), modified datetime(6), index (modified, no)); "
            + $"insert into people select seq, concat('p', seq, '@example.com'), repeat('n', 50), 'pro', '2026-05-01' + interval (seq div 1000) second from seq_1_to_{People}");
        var table = Mapped.Table(RecordKind.Customers, "people", "user_id=no, email=mail, name=name", "modified", deletion: DeletionMapping.Absence)
            .WithExtras("plan=plan");
        var memory = new List<long>();
        var watch = new Interruption(write => write % 60 == 0, before: false, () => memory.Add(GC.GetTotalMemory(forceFullCollection: true)));
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]), watch.Install);

        var first = Stopwatch.StartNew();
        Assert.Equal(People, (await engine.SyncWellAsync()).Accepted);
        TestContext.Current.TestOutputHelper?.WriteLine($"All: {first.Elapsed.TotalSeconds:0.0} s; MiB in use on the way: {string.Join(", ", memory.Select(bytes => bytes >> 20))}");
        Assert.InRange(memory.Max() - memory[0], long.MinValue, MostGrowth);
        Assert.Equal(People, await engine.Store.CountAsync("people"));

        await cdp.RunAsync("delete from people where no <= 1000; update people set plan = 'max', modified = '2026-05-14 11:00:00' where no > 99000");
        engine.Store.Time.Advance(TimeSpan.FromDays(1));
        var second = Stopwatch.StartNew();
        var again = await engine.SyncWellAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"Changes and absences: {second.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal((1000, 1000), (again.Accepted, again.Vanished));
    }
}
