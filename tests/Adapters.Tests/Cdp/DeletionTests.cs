using PersonalizationEngine.Adapters.Tests.Sqlite;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;
using static PersonalizationEngine.Engine.Sync.Customers.Mapping.RecordKind;

namespace PersonalizationEngine.Adapters.Tests.Cdp;

/// <summary>Records that say they are gone, and records that are no longer there.</summary>
public sealed class DeletionTests(CdpServer server, SqliteStores stores)
{
    private static readonly AbsenceRule Daily = AbsenceRule.Default;

    [Fact]
    public async Task Flag_OfACustomer_TakesFactsAndConsentsAway()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync(
            """
            create table people (no varchar(40) primary key, name varchar(40), state varchar(10), modified datetime);
            create table optins (no varchar(40) primary key, mail tinyint(1));
            insert into people values ('a', 'Ada', 'active', '2026-05-01'), ('b', 'Bob', 'active', '2026-05-01');
            insert into optins values ('a', 1), ('b', 1);
            """);
        var people = Mapped.Table(Customers, "people", "user_id=no, name=name", "modified", deletion: Mapped.Flag("state", "Deleted", "erased"));
        var consents = Mapped.Table(Consents, "optins", "user_id=no").WithExtras("email=mail");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([people, consents]));
        await engine.SyncWellAsync();

        engine.Store.Time.Advance(TimeSpan.FromMinutes(5));
        await cdp.RunAsync("update people set state = 'DELETED', modified = '2026-05-14 12:04:00' where no = 'a'");
        await engine.SyncWellAsync();

        var ada = (await engine.FindAsync("a"))!;
        Assert.Equal((null, false, false), (ada.Person.Contact.Name, ada.Person.Identified, ada.Consents[0].Granted));
        Assert.Equal("Bob", (await engine.PersonAsync("b")).Contact.Name);
    }

    [Fact]
    public async Task Flag_OfAConsent_RefusesIt()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync("create table optins (no int, topic varchar(10), gone int, primary key (no, topic)); insert into optins values (1, 'email', 0), (1, 'sms', 1)");
        var table = Mapped.Table(Consents, "optins", "user_id=no, purpose=topic, granted=topic", deletion: Mapped.Flag("gone", "1"))
            .With("granted", Mapped.Translated("topic", ("email", "1"), ("sms", "1")));
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]));

        await engine.SyncWellAsync();

        Assert.Equal(
            [("email", true), ("sms", false)],
            (await engine.FindAsync("1"))!.Consents.OrderBy(consent => consent.Purpose).Select(consent => (consent.Purpose, consent.Granted)));
    }

    [Fact]
    public async Task Absence_OfAFewItems_DeletesThemOnceADay()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync("create table goods (sku int primary key, name varchar(40), modified datetime); insert into goods select seq, 'n', '2026-05-01' from seq_1_to_25");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(Goods()));
        await engine.SyncWellAsync();

        await cdp.RunAsync("delete from goods where sku <= 5");
        Assert.Equal(0, (await engine.SyncWellAsync()).Vanished);
        engine.Store.Time.Advance(Daily.Every);
        Assert.Equal(5, (await engine.SyncWellAsync()).Vanished);

        var items = await engine.ItemsAsync();
        Assert.Equal((25, 5), (items.Count, items.Count(item => item.Value is null)));
        engine.Store.Time.Advance(Daily.Every);
        Assert.Equal(0, (await engine.SyncWellAsync()).Vanished);
    }

    [Fact]
    public async Task Absence_OfTooManyCustomers_DeletesNoneAndSaysSo()
    {
        var cdp = await PeopleAsync(30);
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(People()));
        await engine.SyncWellAsync();

        await cdp.RunAsync("delete from people where no <= 7");
        engine.Store.Time.Advance(Daily.Every);
        Assert.Equal(0, (await engine.SyncWellAsync()).Vanished);

        Assert.Equal("n", (await engine.PersonAsync("1")).Contact.Name);
        var health = await engine.HealthAsync();
        Assert.True(health.IsHealthy);
        Assert.Contains("customers: more than 20 % of 30 known records have no row any more, so none is taken for deleted", health.Detail, StringComparison.Ordinal);

        await cdp.RunAsync("insert into people values (7, 'n', '2026-05-01')");
        engine.Store.Time.Advance(Daily.Every);
        Assert.Equal(6, (await engine.SyncWellAsync()).Vanished);
        Assert.Null((await engine.PersonAsync("1")).Contact.Name);
        Assert.DoesNotContain("known records", (await engine.HealthAsync()).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Absence_OfEverybody_DeletesNobody()
    {
        var cdp = await PeopleAsync(3);
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(People()));
        await engine.SyncWellAsync();

        await cdp.RunAsync("truncate people");
        engine.Store.Time.Advance(Daily.Every);

        Assert.Equal(0, (await engine.SyncWellAsync()).Vanished);
    }

    [Fact]
    public async Task Absence_OfOneOfThree_DeletesThatOne()
    {
        var cdp = await PeopleAsync(3);
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(People()));
        await engine.SyncWellAsync();

        await cdp.RunAsync("delete from people where no = 2");
        engine.Store.Time.Advance(Daily.Every);

        Assert.Equal(1, (await engine.SyncWellAsync()).Vanished);
        Assert.Equal((null, "n"), ((await engine.PersonAsync("2")).Contact.Name, (await engine.PersonAsync("3")).Contact.Name));
    }

    [Fact]
    public async Task Absence_OfSomebodyWhoReturns_IsForgiven()
    {
        var cdp = await PeopleAsync(5);
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, Of(Mapped.Table(Customers, "people", "user_id=no, name=name", deletion: DeletionMapping.Absence)));
        await engine.SyncWellAsync();
        for (var round = 0; round < 3; round++)
        {
            await cdp.RunAsync("delete from people where no = 2");
            engine.Store.Time.Advance(Daily.Every);
            await engine.SyncWellAsync();
            Assert.Null((await engine.PersonAsync("2")).Contact.Name);

            await cdp.RunAsync("insert into people values (2, 'n', '2026-05-01')");
            engine.Store.Time.Advance(Daily.Every);
            await engine.SyncWellAsync();
            Assert.Equal("n", (await engine.PersonAsync("2")).Contact.Name);
        }
    }

    /// <summary>A server that takes two ids for one must not keep a record alive, nor end one.</summary>
    [Theory]
    [InlineData("varchar(40) character set utf8mb4 collate utf8mb4_general_ci", "'abc'", "abc")]
    [InlineData("varchar(40) character set latin1", "'Grün'", "Grün")]
    [InlineData("binary(4)", "x'00ff10ab'", "00ff10ab")]
    [InlineData("bigint unsigned", "18446744073709551615", "18446744073709551615")]
    [InlineData("bigint", "9007199254740993", "9007199254740993")]
    [InlineData("decimal(30, 0)", "123456789012345678901234567890", "123456789012345678901234567890")]
    public async Task Absence_IdsOfEveryType_AreFoundAsLongAsTheyAreThere(string type, string value, string id)
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync($"create table people (no {type} primary key, name varchar(40)); insert into people values ({value}, 'n')");
        await using var engine = await SyncedEngine.StartAsync(
            stores, cdp.ConnectionString, Of(Mapped.Table(Customers, "people", "user_id=no, name=name", deletion: DeletionMapping.Absence)));
        await engine.SyncWellAsync();
        engine.Store.Time.Advance(Daily.Every);
        Assert.Equal(0, (await engine.SyncWellAsync()).Vanished);
        Assert.Equal("n", (await engine.PersonAsync(id)).Contact.Name);

        await cdp.RunAsync("delete from people");
        engine.Store.Time.Advance(Daily.Every);
        Assert.Equal(1, (await engine.SyncWellAsync()).Vanished);
        Assert.Null((await engine.PersonAsync(id)).Contact.Name);
    }

    private async Task<CdpTables> PeopleAsync(int count)
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync($"create table people (no int primary key, name varchar(40), modified datetime); insert into people select seq, 'n', '2026-05-01' from seq_1_to_{count}");
        return cdp;
    }

    private static TableMapping Goods() => Mapped.Table(Items, "goods", "item_id=sku, title=name", "modified", deletion: DeletionMapping.Absence);

    private static TableMapping People() => Mapped.Table(Customers, "people", "user_id=no, name=name", "modified", deletion: DeletionMapping.Absence);

    private static CdpMapping Of(TableMapping table) => new([table]) { BatchRows = 10 };
}
