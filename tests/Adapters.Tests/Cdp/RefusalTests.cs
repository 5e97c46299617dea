using PersonalizationEngine.Adapters.Tests.Sqlite;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;
using static PersonalizationEngine.Engine.Sync.Customers.Mapping.RecordKind;

namespace PersonalizationEngine.Adapters.Tests.Cdp;

/// <summary>A faulty row is that row's trouble alone.</summary>
public sealed class RefusalTests(CdpServer server, SqliteStores stores)
{
    [Theory]
    [InlineData("'x', 'no address', null, null", "data.email")]
    [InlineData("repeat('x', 256), null, null, null", "data.user_id")]
    [InlineData("' x', null, null, null", "data.user_id")]
    [InlineData("null, null, null, null", "data.user_id")]
    [InlineData("'x', null, 'Germany', null", "data.country")]
    [InlineData("'x', null, null, repeat('y', 9000)", "data.traits")]
    public async Task Row_WithAFault_IsKeptWithItsReason(string values, string field)
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync($"create table people (seq int auto_increment primary key, no varchar(300), mail varchar(300), land varchar(40), note text); "
            + $"insert into people (no, mail, land, note) values ('a', 'a@example.com', null, null), ({values}), ('z', null, 'de', null)");
        var table = Mapped.Table(Customers, "people", "user_id=no, email=mail, country=land", key: "seq").WithExtras("note=note");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]));

        var summary = await engine.SyncWellAsync();

        Assert.Equal((3, 2, 1), (summary.Rows, summary.Accepted, summary.Refused));
        var refused = Assert.Single(await engine.RefusedAsync());
        Assert.Equal(field, refused.Field);
        Assert.NotNull(await engine.FindAsync("z"));
    }

    [Fact]
    public async Task Row_ThatStaysFaulty_IsRefusedOnceAndTakenWhenItIsSound()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync("create table orders (no int primary key, customer varchar(40), paid datetime, cur varchar(9)); insert into orders values (1, 'a', '2026-05-01', 'Euros')");
        var table = Mapped.Table(Conversions, "orders", "event_id=no, user_id=customer, at=paid, currency=cur");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]));
        Assert.Equal(1, (await engine.SyncWellAsync()).Refused);

        engine.Store.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, (await engine.SyncWellAsync()).Refused);
        await cdp.RunAsync("update orders set cur = 'EUR'");
        engine.Store.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, (await engine.SyncWellAsync()).Accepted);
        Assert.Equal(1, await engine.Store.CountAsync("conversions"));
    }

    [Fact]
    public async Task Replay_OfARefusedRow_IsTheRowAsItWas()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync("create table orders (no int primary key, customer varchar(40), paid datetime); insert into orders values (1, 'a', '2026-05-14 13:00:00')");
        var table = Mapped.Table(Conversions, "orders", "event_id=no, user_id=customer, at=paid");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]));
        await engine.SyncWellAsync();
        var refused = Assert.Single(await engine.RefusedAsync());
        Assert.Equal(("timestamp", "sql:conversions:1"), (refused.Field, refused.Key));

        engine.Store.Time.Advance(TimeSpan.FromHours(2));
        await engine.TellAsync(refused.Payload);
        await engine.SyncWellAsync();

        Assert.Equal(1, await engine.Store.CountAsync("conversions"));
    }
}
