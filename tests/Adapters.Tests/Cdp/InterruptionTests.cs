using PersonalizationEngine.Adapters.Sqlite;
using PersonalizationEngine.Adapters.Tests.Sqlite;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;
using PersonalizationEngine.Servers;
using static PersonalizationEngine.Engine.Sync.Customers.Mapping.RecordKind;

namespace PersonalizationEngine.Adapters.Tests.Cdp;

/// <summary>However a run ends, the runs after it bring the store to where an undisturbed one would have brought it.</summary>
public sealed class InterruptionTests(CdpServer server, SqliteStores stores)
{
    private static readonly string[] Tables =
    [
        "select * from people order by person_id", "select * from identities order by identity", "select * from consents order by person_id, purpose",
        "select source, event_id, person_id, type, occurred_at from events order by event_id",
        "select source, event_id, person_id, value, occurred_at from conversions order by event_id",
        "select * from items order by item_id", "select * from inbox order by event_id",
        "select source, event_key, field, payload from refused_events order by event_key", "select * from synced_records order by source, record_id",
    ];

    private static CdpMapping Mapping => new(
    [
        Mapped.Table(Items, "goods", "item_id=no, title=name", deletion: DeletionMapping.Absence),
        Mapped.Table(Customers, "people", "user_id=no, email=mail", "modified", deletion: DeletionMapping.Absence).WithExtras("name=name"),
        Mapped.Table(Identities, "ids", "user_id=person, alias=device", id: "no", key: "no"),
        Mapped.Table(Consents, "people", "user_id=no", "modified").WithExtras("email=optin"),
        Mapped.Table(EmailEvents, "mails", "event_id=no, user_id=person, at=happened, type=kind", id: "no"),
        Mapped.Table(Conversions, "orders", "event_id=no, user_id=person, at=paid, value=total", "paid"),
    ])
    { BatchRows = 10 };

    [Fact]
    public async Task Run_EndedBeforeAnyWrite_LosesAndDoublesNothing()
    {
        var cdp = await CreateAsync(await server.NewAsync());
        var undisturbed = await UndisturbedAsync(cdp);
        for (var write = 1; ; write++)
        {
            var options = SqliteOptions.In(await stores.NewFolderAsync());
            var interruption = new Interruption(write, before: true, () => throw new IOException("The end."));
            await using (var dying = SyncedEngine.Open(options, cdp.ConnectionString, Mapping, interruption.Install))
            {
                var death = await Record.ExceptionAsync(() => dying.SyncAsync());
                if (interruption.Writes < write) break;
                Assert.IsType<IOException>(death);
            }

            await using var next = SyncedEngine.Open(options, cdp.ConnectionString, Mapping);
            await next.SyncWellAsync();
            Assert.Equal(undisturbed, await DumpAsync(next));
        }
    }

    [Fact]
    public async Task Run_CancelledAfterAnyWrite_LosesAndDoublesNothing()
    {
        var cdp = await CreateAsync(await server.NewAsync());
        var undisturbed = await UndisturbedAsync(cdp);
        var options = SqliteOptions.In(await stores.NewFolderAsync());
        var cancelled = 0;
        while (true)
        {
            using var ending = new CancellationTokenSource();
            var interruption = new Interruption(cancelled + 1, before: false, ending.Cancel);
            await using var engine = SyncedEngine.Open(options, cdp.ConnectionString, Mapping, interruption.Install);
            var end = await Record.ExceptionAsync(() => engine.SyncUntilAsync(ending));
            if (end is null) break;
            Assert.IsAssignableFrom<OperationCanceledException>(end);
            Assert.InRange(++cancelled, 1, 100);
        }

        await using var last = SyncedEngine.Open(options, cdp.ConnectionString, Mapping);
        await last.SyncWellAsync();
        Assert.Equal(undisturbed, await DumpAsync(last));
    }

    [Fact]
    public async Task Run_DeletionsEndedAroundAnyWrite_AreExact()
    {
        var cdp = await CreateAsync(await server.NewAsync());
        await using (var undisturbed = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Mapping)) await undisturbed.SyncWellAsync();
        var full = SqliteOptions.In(await stores.NewFolderAsync());
        await using (var first = SyncedEngine.Open(full, cdp.ConnectionString, Mapping)) await first.SyncWellAsync();
        await cdp.RunAsync("delete from people where no mod 6 = 0; delete from goods where no = 3");

        string? expected = null;
        for (var write = 0; ; write++)
        {
            var options = SqliteOptions.In(TestFolder.New());
            File.Copy(full.Path, options.Path);
            var interruption = new Interruption(write, before: write % 2 == 0, () => throw new IOException("The end."));
            await using (var dying = SyncedEngine.Open(options, cdp.ConnectionString, Mapping, interruption.Install))
            {
                dying.Store.Time.Advance(TimeSpan.FromDays(1));
                await Record.ExceptionAsync(() => dying.SyncAsync());
                if (write > interruption.Writes) break;
            }

            await using var next = SyncedEngine.Open(options, cdp.ConnectionString, Mapping);
            next.Store.Time.Advance(TimeSpan.FromDays(1));
            await next.SyncWellAsync();
            expected ??= await DumpAsync(next);
            Assert.Equal(expected, await DumpAsync(next));
        }
    }

    [Fact]
    public async Task Run_ServerKilledAndPausedOnTheWay_GoesOnWhenItIsBack()
    {
        Assert.SkipUnless(MariaDbServer.IsInstalled, MariaDbServer.Missing);
        await using var mortal = await MariaDbServer.StartAsync();
        var cdp = await CreateAsync(await CdpTables.CreateAsync(mortal));
        var undisturbed = await UndisturbedAsync(cdp);
        var options = SqliteOptions.In(await stores.NewFolderAsync());
        var mapping = Mapping with { QueryTimeout = TimeSpan.FromSeconds(1) };

        await FailAsync(mortal.Process.KillAsync);
        await FailAsync(() => Task.CompletedTask);
        await mortal.Process.StartAsync();
        await FailAsync(mortal.Process.PauseAsync);
        await mortal.Process.ResumeAsync();

        await using var last = SyncedEngine.Open(options, cdp.ConnectionString, mapping);
        await last.SyncWellAsync();
        Assert.Equal(undisturbed, await DumpAsync(last));

        async Task FailAsync(Func<Task> harm)
        {
            // The harm is done by hand, so that a run waits for it.
            var interruption = new Interruption(5, before: false, () => harm().GetAwaiter().GetResult());
            await using var engine = SyncedEngine.Open(options, cdp.ConnectionString, mapping, interruption.Install);
            Assert.StartsWith("cdp: ", (await engine.SyncAsync()).Failure, StringComparison.Ordinal);
        }
    }

    private static async Task<CdpTables> CreateAsync(CdpTables cdp)
    {
        await cdp.RunAsync(
            """
            create table goods (no int primary key, name varchar(20));
            create table people (no int primary key, mail varchar(40), name varchar(40), optin bool, modified datetime);
            create table ids (no int primary key, person int, device varchar(20));
            create table mails (no int primary key, person int, happened datetime, kind varchar(10));
            create table orders (no int primary key, person int, paid datetime, total decimal(9, 2));
            insert into goods select seq, concat('g', seq) from seq_1_to_15;
            insert into people select seq, if(seq mod 9 = 0, 'bad', concat('p', seq, '@example.com')), concat('n', seq), seq mod 2,
                if(seq between 8 and 22, '2026-05-10', '2026-05-11') from seq_1_to_35;
            insert into ids select seq, seq mod 20 + 1, concat('d', seq mod 13) from seq_1_to_26;
            insert into mails select seq, seq mod 20 + 1, '2026-05-12', if(seq mod 2, 'opened', 'clicked') from seq_1_to_30;
            insert into orders select seq, seq mod 20 + 1, '2026-05-12', seq from seq_1_to_21;
            """);
        return cdp;
    }

    private async Task<string> UndisturbedAsync(CdpTables cdp)
    {
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Mapping);
        await engine.SyncWellAsync();
        return await DumpAsync(engine);
    }

    private static async Task<string> DumpAsync(SyncedEngine engine)
    {
        var lines = new List<string>();
        foreach (var table in Tables)
        {
            lines.Add(table);
            foreach (IDictionary<string, object?> row in await engine.Store.RowsAsync<dynamic>(table)) lines.Add(string.Join('|', row.Values));
        }

        return string.Join('\n', lines);
    }
}
