using Dapper;
using MySqlConnector;
using PersonalizationEngine.Adapters.Sql;

namespace PersonalizationEngine.Adapters.Tests.MySql;

/// <summary>What a write transaction does when others stand in its way.</summary>
public sealed class RetryTests(MySqlStores stores)
{
    private const string Raise = "insert into watermarks values (@name, 1) on duplicate key update value = value + 1";

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WriteAsync_TwoWaitForEachOther_BothAreDoneOnce()
    {
        await using var store = await stores.NewAsync();
        await RaiseAsync(store.Database, "a");
        await RaiseAsync(store.Database, "b");
        using var met = new Barrier(2);
        var runs = 0;

        await Task.WhenAll(Task.Run(() => CrossAsync("a", "b"), Ending), Task.Run(() => CrossAsync("b", "a"), Ending));

        Assert.Equal([3L, 3L], await store.RowsAsync<long>("select value from watermarks order by name"));
        Assert.True(runs > 2, "They never met: the server undid none of them.");

        Task CrossAsync(string first, string second) => store.Database.WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync(Raise, new { name = first });
                if (Interlocked.Increment(ref runs) <= 2) met.SignalAndWait(TimeSpan.FromSeconds(30), Ending);
                await transaction.ExecuteAsync(Raise, new { name = second });
            },
            Ending);
    }

    [Fact]
    public async Task WriteAsync_LockComesFreeLater_IsTriedAgain()
    {
        await using var store = await stores.NewAsync();
        await RaiseAsync(store.Database, "a");
        var runs = 0;
        await using var other = await store.Database.OpenAsync(Ending);
        await using var holding = await other.BeginTransactionAsync(Ending);
        await other.ExecuteAsync(Raise, new { name = "a" }, holding);

        await store.Database.WriteAsync(
            async transaction =>
            {
                if (++runs == 2) await holding.CommitAsync(Ending);
                await transaction.ExecuteAsync("set innodb_lock_wait_timeout = 1");
                await transaction.ExecuteAsync(Raise, new { name = "a" });
            },
            Ending);

        Assert.Equal(2, runs);
        Assert.Equal([3L], await store.RowsAsync<long>("select value from watermarks"));
    }

    [Fact]
    public async Task WriteAsync_ConnectionIsKilled_IsTriedAgainOnAnother()
    {
        await using var store = await stores.NewAsync();
        var runs = 0;
        await store.Database.WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync(Raise, new { name = "a" });
                var id = await transaction.ScalarAsync<long>("select connection_id()");
                if (++runs == 1) await store.RowsAsync<int>($"kill {id}");
                await transaction.ExecuteAsync(Raise, new { name = "b" });
            },
            Ending);
        Assert.Equal(2, runs);
        Assert.Equal([1L, 1L], await store.RowsAsync<long>("select value from watermarks"));
    }

    [Fact]
    public async Task WriteAsync_LockNeverComesFree_GivesUpAfterAsManyAttempts()
    {
        await using var store = await stores.NewAsync();
        var runs = 0;
        await Assert.ThrowsAsync<MySqlException>(() => store.Database.WriteAsync(
            transaction =>
            {
                runs++;
                return transaction.ExecuteAsync("signal sqlstate '40001' set mysql_errno = 1213");
            },
            Ending));
        Assert.Equal(8, runs);
    }

    [Theory]
    [InlineData("insert into nowhere values (1)")]
    [InlineData("insert into watermarks values ('a', 1), ('a', 2)")]
    [InlineData("select 1 +")]
    public async Task WriteAsync_FaultThatStays_IsNotTriedAgain(string statement)
    {
        await using var store = await stores.NewAsync();
        var runs = 0;
        await Assert.ThrowsAsync<MySqlException>(() => store.Database.WriteAsync(
            transaction =>
            {
                runs++;
                return transaction.ExecuteAsync(statement);
            },
            Ending));
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task WriteAsync_WorkFails_IsUndone()
    {
        await using var store = await stores.NewAsync();
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => store.Database.WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync(Raise, new { name = "a" });
                throw new InvalidTimeZoneException();
            },
            Ending));
        Assert.Equal(0, await store.CountAsync("watermarks"));
    }

    private static Task<int> RaiseAsync(SqlDatabase database, string name) =>
        database.WriteAsync(transaction => transaction.ExecuteAsync(Raise, new { name }), Ending);
}
