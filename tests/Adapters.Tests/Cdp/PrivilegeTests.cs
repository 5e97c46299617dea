using MySqlConnector;
using PersonalizationEngine.Adapters.Cdp;
using PersonalizationEngine.Adapters.Tests.Sqlite;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Adapters.Tests.Cdp;

public sealed class PrivilegeTests(CdpServer server, SqliteStores stores)
{
    /// <summary>Even where the user could write, a session of ours cannot.</summary>
    [Fact]
    public async Task Session_OfAUserWhoMayWrite_CannotWrite()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync("create table people (no int primary key); insert into people values (1)");
        var table = Mapped.Table(RecordKind.Customers, "people", "user_id=no");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.Server.ConnectionStringOf(cdp.Database), new CdpMapping([table]));

        var failure = await Assert.ThrowsAsync<OutsideSystemException>(() => engine.Store.Get<CdpDatabase>().ReadAsync(
            async (connection, token) =>
            {
                await using var command = new MySqlCommand("delete from people", connection);
                return await command.ExecuteNonQueryAsync(token);
            },
            TestContext.Current.CancellationToken));

        Assert.Equal(1792, Assert.IsType<MySqlException>(failure.InnerException).Number);
    }

    [Fact]
    public async Task Reader_WithSelectOnSomeColumns_ReadsThose()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync("create table people (no int primary key, name varchar(40), salary int); insert into people values (1, 'a', 9)");
        await cdp.RunAsync($"create user if not exists narrow identified by 'n'; grant select (no, name) on {cdp.Database}.people to narrow");
        var narrow = new MySqlConnectionStringBuilder(cdp.ConnectionString) { UserID = "narrow", Password = "n" }.ToString();
        var table = Mapped.Table(RecordKind.Customers, "people", "user_id=no, name=name");
        await using var engine = await SyncedEngine.StartAsync(stores, narrow, new CdpMapping([table]));
        await using var greedy = await SyncedEngine.StartAsync(stores, narrow, new CdpMapping([table.WithExtras("salary=salary")]));

        await engine.SyncWellAsync();

        Assert.Equal("a", (await engine.PersonAsync("1")).Contact.Name);
        Assert.Equal(
            "the mapping does not fit the database: cdp.tables.customers.traits.salary: table people has no column salary", (await greedy.SyncAsync()).Failure);
    }
}
