using PersonalizationEngine.Adapters.Cdp;
using PersonalizationEngine.Adapters.Tests.Sqlite;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;
using PersonalizationEngine.Servers;
using static PersonalizationEngine.Engine.Sync.Customers.Mapping.RecordKind;

namespace PersonalizationEngine.Adapters.Tests.Cdp;

/// <summary>A mapping that does not fit the database is told in full, and nothing is read by it.</summary>
public sealed class MismatchTests(CdpServer server, SqliteStores stores)
{
    private static readonly string[] Expected =
    [
        "cdp.tables.customers.columns.email: table people has no column mail",
        "cdp.tables.customers.traits.plan: table people has no column tarif",
        "cdp.tables.customers.updated_at: column modified is bigint(20); say what it counts by { column: modified, unit: seconds }, or milliseconds",
        "cdp.tables.customers.deleted.column: table people has no column gone",
        "cdp.tables.email_events.table: there is no table mails, or the user may not read it",
        "cdp.tables.conversions.columns.at: column paid is int(11); say what it counts by { column: paid, unit: seconds }, or milliseconds",
        "cdp.tables.conversions.id: column code is varchar(10); it must be a whole number that rises",
    ];

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mapping_WithMissingTablesAndColumns_IsToldInOneList()
    {
        await using var engine = await SyncedEngine.StartAsync(stores, (await CreateAsync()).ConnectionString, Wrong);

        Assert.Equal(Expected, await engine.Store.Get<CdpStartupCheck>().RunAsync(Ending));
        var summary = await engine.SyncAsync();
        Assert.Equal($"the mapping does not fit the database: {string.Join("; ", Expected)}", summary.Failure);
        var health = await engine.HealthAsync();
        Assert.Equal((false, false, summary.Failure), (health.IsHealthy, health.IsVital, health.Detail));
        Assert.Equal(0, await engine.Store.CountAsync("people"));
    }

    [Fact]
    public async Task Mapping_ThatFitsLater_IsReadThen()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync("create table people (no int primary key)");
        var table = Mapped.Table(Customers, "people", "user_id=no, name=name");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]));
        Assert.NotNull((await engine.SyncAsync()).Failure);

        await cdp.RunAsync("alter table people add name varchar(40); insert into people values (1, 'a')");
        await engine.SyncWellAsync();

        Assert.Equal("a", (await engine.PersonAsync("1")).Contact.Name);
        Assert.True((await engine.HealthAsync()).IsHealthy);
    }

    [Fact]
    public async Task Mapping_OfAnotherDatabasesTableAndOfAView_Fits()
    {
        var (one, other) = (await server.NewAsync(), await server.NewAsync());
        await other.RunAsync("create table people (no int primary key, name varchar(40)); insert into people values (1, 'a')");
        await other.RunAsync("create view everybody as select no, upper(name) as name from people");
        var table = Mapped.Table(Customers, $"{other.Database}.everybody", "user_id=no, name=name");
        await using var engine = await SyncedEngine.StartAsync(stores, one.ConnectionString, new CdpMapping([table]));

        Assert.Null(await engine.Store.Get<CdpStartupCheck>().RunAsync(Ending));
        await engine.SyncWellAsync();

        Assert.Equal("A", (await engine.PersonAsync("1")).Contact.Name);
    }

    [Fact]
    public async Task StartupCheck_NobodyThere_LetsTheEngineStart()
    {
        var cdp = await server.NewAsync();
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionStringAt(FreePort.Find()), Wrong);

        Assert.Null(await engine.Store.Get<CdpStartupCheck>().RunAsync(Ending));
        Assert.NotNull((await engine.SyncAsync()).Failure);
        var health = await engine.HealthAsync();
        Assert.Equal((false, "OutsideSystemException"), (health.IsHealthy, health.Detail));
    }

    [Fact]
    public async Task StartupCheck_DatabaseThatDoesNotAnswer_WaitsThreeSecondsAtMost()
    {
        var cdp = await server.NewAsync();
        await using var link = new SlowLink(cdp.Server.Port) { Delay = TimeSpan.FromMinutes(1) };
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionStringAt(link.Port), Wrong);
        var started = System.Diagnostics.Stopwatch.StartNew();

        Assert.Null(await new CdpStartupCheck(engine.Store.Get<Engine.Ports.ICustomerPlatform>(), TimeProvider.System).RunAsync(Ending));

        Assert.InRange(started.Elapsed, TimeSpan.FromSeconds(2.9), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Failure_OfTheDatabase_HoldsNoSecret()
    {
        var cdp = await server.NewAsync();
        var mapping = new CdpMapping([Mapped.Table(Customers, "people", "user_id=no")]);
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString.Replace("'word", "'wrong", StringComparison.Ordinal), mapping);

        Assert.Equal("cdp: MySqlException", (await engine.SyncAsync()).Failure);
    }

    private async Task<CdpTables> CreateAsync()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync("create table people (no int primary key, name varchar(40), modified bigint(20))");
        await cdp.RunAsync("create table orders (code varchar(10), customer int, paid int(11))");
        return cdp;
    }

    private static CdpMapping Wrong => new(
    [
        Mapped.Table(Customers, "people", "user_id=no, email=mail, name=NAME", "modified", deletion: Mapped.Flag("gone", "1")).WithExtras("plan=tarif"),
        Mapped.Table(EmailEvents, "mails", "event_id=no, user_id=no, type=type, at=at"),
        Mapped.Table(Conversions, "orders", "event_id=code, user_id=customer, at=paid", id: "code"),
    ]);
}
