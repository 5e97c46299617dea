using PersonalizationEngine.Adapters.Tests.Sqlite;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;
using static PersonalizationEngine.Engine.Sync.Customers.Mapping.RecordKind;

namespace PersonalizationEngine.Adapters.Tests.Cdp;

/// <summary>What is read again, what is not, and that nothing is passed over.</summary>
public sealed class IncrementalTests(CdpServer server, SqliteStores stores)
{
    private const string Fields = "user_id=no, name=name";

    [Theory]
    [InlineData("datetime(6)")]
    [InlineData("timestamp")]
    [InlineData("date")]
    public async Task ByTime_ManyRowsOfOneInstant_AreAllReadAcrossPages(string type)
    {
        var cdp = await PeopleAsync($"modified {type}, index (modified)");
        await cdp.RunAsync("insert into people select seq, concat('n', seq), if(seq between 13 and 68, '2026-05-01 10:00:00', '2026-05-02 11:00:00.000001') from seq_1_to_97");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(ByTime(), batch: 10));

        Assert.Equal((97, 97), Counts(await engine.SyncWellAsync()));
        Assert.Equal((41, 0), Counts(await engine.SyncWellAsync()));
        Assert.Equal(97, await engine.Store.CountAsync("people"));
    }

    [Fact]
    public async Task ByTime_RowsWrittenLate_AreReadWithinTheOverlap()
    {
        var cdp = await PeopleAsync("modified datetime");
        await cdp.RunAsync("insert into people values (1, 'a', '2026-05-14 10:00:00')");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(ByTime()));
        await engine.SyncWellAsync();

        await cdp.RunAsync("insert into people values (2, 'late', '2026-05-14 09:50:00'), (3, 'too late', '2026-05-14 09:49:59')");
        await engine.SyncWellAsync();

        Assert.NotNull(await engine.FindAsync("2"));
        Assert.Null(await engine.FindAsync("3"));
    }

    [Fact]
    public async Task ByTime_ARowFromTheFuture_HidesNoneOfThePresent()
    {
        var cdp = await PeopleAsync("modified datetime");
        await cdp.RunAsync("insert into people values (1, 'a', '2026-05-14 11:59:00'), (2, 'wrong clock', '2099-01-01')");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(ByTime()));
        await engine.SyncWellAsync();

        await cdp.RunAsync("insert into people values (3, 'c', '2026-05-14 11:59:30')");
        var summary = await engine.SyncWellAsync();

        Assert.Equal((1, 0), (summary.Accepted, summary.Refused));
        Assert.NotNull(await engine.FindAsync("3"));
        Assert.Equal("timestamp", Assert.Single(await engine.RefusedAsync()).Field);
    }

    [Fact]
    public async Task ByTime_NoTimeAndZeroTimes_AreReadOnceAndStopNothing()
    {
        var cdp = await PeopleAsync("modified datetime null");
        await cdp.RunAsync(
            "insert into people select seq, concat('n', seq), case seq mod 3 when 0 then null when 1 then '0000-00-00' else '2026-05-14 10:00:00' end from seq_1_to_90");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(ByTime(), batch: 10));

        Assert.Equal((90, 90), Counts(await engine.SyncWellAsync()));
        Assert.Equal((30, 0), Counts(await engine.SyncWellAsync()));
        Assert.Equal(Sql.Store.Now, (await engine.PersonAsync("3")).CustomerUpdatedAt);
    }

    [Theory]
    [InlineData("bigint", "unix_timestamp('2026-05-14 10:00:00') * 1000", TimeUnit.Milliseconds)]
    [InlineData("int unsigned", "unix_timestamp('2026-05-14 10:00:00')", TimeUnit.Seconds)]
    [InlineData("decimal(14, 3)", "unix_timestamp('2026-05-14 10:00:00')", TimeUnit.Seconds)]
    [InlineData("timestamp", "'2026-05-14 10:00:00'", null)]
    [InlineData("timestamp(6)", "'2026-05-14 10:00:00'", null)]
    [InlineData("datetime", "'2026-05-14 10:00:00'", null)]
    public async Task ByTime_ColumnsOfEveryType_AreInstants(string type, string value, TimeUnit? unit)
    {
        var cdp = await PeopleAsync($"modified {type}");
        await cdp.RunAsync($"insert into people values (1, 'a', {value})");
        var table = ByTime().OrderedBy(new ColumnMapping("modified") { Unit = unit });
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(table));

        await engine.SyncWellAsync();
        await cdp.RunAsync("update people set name = 'b'");
        await engine.SyncWellAsync();

        var person = await engine.PersonAsync("1");
        Assert.Equal((new DateTimeOffset(2026, 5, 14, 10, 0, 0, TimeSpan.Zero), "b"), (person.CustomerUpdatedAt, person.Contact.Name));
    }

    [Fact]
    public async Task ByTime_LocalTimesInTheHourThatComesTwice_AreAllRead()
    {
        var cdp = await PeopleAsync("modified datetime");
        await cdp.RunAsync("insert into people values (1, 'summer', '2025-10-26 02:55:00')");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(ByTime().In("Europe/Berlin")));
        await engine.SyncWellAsync();

        await cdp.RunAsync("insert into people values (2, 'winter', '2025-10-26 02:05:00')");
        await engine.SyncWellAsync();

        Assert.Equal(new DateTimeOffset(2025, 10, 26, 1, 5, 0, TimeSpan.Zero), (await engine.PersonAsync("2")).CustomerUpdatedAt);
    }

    [Fact]
    public async Task ById_NumbersThatBecameVisibleLate_AreRead()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync(
            """
            create table orders (seq bigint primary key, customer varchar(10), paid datetime);
            insert into orders select seq, 'c', '2026-05-14' from seq_1_to_50 where seq <> 45;
            """);
        var table = Mapped.Table(Conversions, "orders", "event_id=seq, user_id=customer, at=paid", id: "seq");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(table, batch: 10) with { IdOverlap = 10 });
        Assert.Equal((49, 49), Counts(await engine.SyncWellAsync()));

        await cdp.RunAsync("insert into orders values (45, 'c', '2026-05-14'), (51, 'c', '2026-05-14')");
        Assert.Equal((12, 2), Counts(await engine.SyncWellAsync()));
        Assert.Equal(51, await engine.Store.CountAsync("conversions"));
    }

    [Fact]
    public async Task Whole_NothingChanged_IsReadAtItsIntervalAndCountsNothing()
    {
        var cdp = await PeopleAsync("modified datetime");
        await cdp.RunAsync("insert into people select seq, 'n', '2026-05-14' from seq_1_to_25");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(Mapped.Table(Customers, "people", Fields), batch: 10));

        Assert.Equal((25, 25), Counts(await engine.SyncWellAsync()));
        Assert.Equal((0, 0), Counts(await engine.SyncWellAsync()));
        engine.Store.Time.Advance(TimeSpan.FromMinutes(10));
        await cdp.RunAsync("update people set name = 'm' where no = 7");
        Assert.Equal((25, 1), Counts(await engine.SyncWellAsync()));
        Assert.Equal("m", (await engine.PersonAsync("7")).Contact.Name);
    }

    [Fact]
    public async Task Whole_ARowThatGoesBackToWhatItWas_CountsEachTime()
    {
        var cdp = await PeopleAsync("modified datetime");
        await cdp.RunAsync("insert into people values (1, 'a', null)");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(Mapped.Table(Customers, "people", Fields)));
        foreach (var name in (string[])["a", "b", "a", "b", "a"])
        {
            await cdp.RunAsync($"update people set name = '{name}'");
            await engine.SyncWellAsync();
            Assert.Equal(name, (await engine.PersonAsync("1")).Contact.Name);
            engine.Store.Time.Advance(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public async Task Rows_UnchangedAfterTheInboxForgot_CountNoSecondTime()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync("create table orders (no int primary key, customer int, paid datetime); insert into orders values (1, 1, '2026-05-01')");
        var table = Mapped.Table(Conversions, "orders", "event_id=no, user_id=customer, at=paid");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(table));
        await engine.SyncWellAsync();
        await engine.Store.Database.WriteAsync(transaction => transaction.ExecuteAsync("delete from inbox"), CancellationToken.None);
        engine.Store.Time.Advance(TimeSpan.FromDays(400));

        await engine.SyncWellAsync();
        await cdp.RunAsync("update orders set customer = 2");
        engine.Store.Time.Advance(TimeSpan.FromDays(1));
        await engine.SyncWellAsync();

        Assert.Equal(["1"], await engine.Store.RowsAsync<string>("select person_id from conversions"));
    }

    [Fact]
    public async Task Mapping_WithOneColumnMore_ReadsEverythingAnew()
    {
        var cdp = await PeopleAsync("modified datetime");
        await cdp.RunAsync("insert into people values (1, 'a', '2026-01-01'), (2, 'b', '2026-05-01')");
        var options = PersonalizationEngine.Adapters.Sqlite.SqliteOptions.In(await stores.NewFolderAsync());
        await using (var before = SyncedEngine.Open(options, cdp.ConnectionString, Of(ByTime()))) await before.SyncWellAsync();

        await using var engine = SyncedEngine.Open(options, cdp.ConnectionString, Of(ByTime().WithExtras("nick=name")));
        Assert.Equal((2, 2), Counts(await engine.SyncWellAsync()));
        Assert.Equal("a", (await engine.PersonAsync("1")).CustomerTraits["nick"].Text);
    }

    /// <summary>Else a table that is touched all the time would put a withdrawn consent back.</summary>
    [Fact]
    public async Task ByTime_ARowTouchedWithoutAChange_IsNoNews()
    {
        var cdp = await PeopleAsync("modified datetime");
        await cdp.RunAsync("insert into people values (1, 'yes', '2026-05-14 10:00:00')");
        var table = Mapped.Table(Consents, "people", "user_id=no", "modified").WithExtras("email=name");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(table));
        await engine.SyncWellAsync();
        await engine.TellAsync("""{"type":"consent.updated","event_id":"w1","timestamp":"2026-05-14T10:30:00Z","data":{"user_id":"1","purpose":"email","granted":false}}""");

        await cdp.RunAsync("update people set modified = '2026-05-14 11:00:00'");
        Assert.Equal(0, (await engine.SyncWellAsync()).Accepted);
        Assert.False((await engine.FindAsync("1"))!.Consents[0].Granted);

        await cdp.RunAsync("update people set name = 'no', modified = '2026-05-14 11:10:00'");
        await engine.SyncWellAsync();
        await cdp.RunAsync("update people set name = 'yes', modified = '2026-05-14 11:20:00'");
        await engine.SyncWellAsync();
        Assert.True((await engine.FindAsync("1"))!.Consents[0].Granted);
    }

    [Fact]
    public async Task ByTime_AWrongTimeThatIsCorrected_IsTakenThen()
    {
        var cdp = await PeopleAsync("modified datetime");
        await cdp.RunAsync("insert into people values (1, 'a', '2026-06-01')");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(ByTime()));
        Assert.Equal(1, (await engine.SyncWellAsync()).Refused);

        await cdp.RunAsync("update people set modified = '2026-05-14 11:58:00'");

        Assert.Equal(1, (await engine.SyncWellAsync()).Accepted);
    }

    [Fact]
    public async Task Facts_OlderThanAWebhooks_ChangeNothing()
    {
        var cdp = await PeopleAsync("modified datetime");
        await cdp.RunAsync("insert into people values (1, 'from the table', '2026-05-01')");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(ByTime()));
        await engine.TellAsync("""{"type":"customer.upserted","event_id":"w1","timestamp":"2026-05-02T00:00:00Z","data":{"user_id":"1","name":"from the webhook"}}""");

        await engine.SyncWellAsync();

        Assert.Equal("from the webhook", (await engine.PersonAsync("1")).Contact.Name);
    }

    private async Task<CdpTables> PeopleAsync(string column)
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync($"create table people (no int primary key, name varchar(40), {column})");
        return cdp;
    }

    private static TableMapping ByTime() => Mapped.Table(Customers, "people", Fields, "modified");

    private static CdpMapping Of(TableMapping table, int batch = 1000) => new([table]) { BatchRows = batch };

    private static (long Rows, long Accepted) Counts(Engine.Sync.Customers.CustomerSyncSummary summary) => (summary.Rows, summary.Accepted);
}
