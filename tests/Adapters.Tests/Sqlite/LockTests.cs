using Microsoft.Data.Sqlite;
using PersonalizationEngine.Adapters.Sqlite;
using PersonalizationEngine.Adapters.Tests.Sql;

namespace PersonalizationEngine.Adapters.Tests.Sqlite;

/// <summary>Two stores on one file stand for two processes: SQLite locks them against each other alike.</summary>
public sealed class LockTests(SqliteStores stores)
{
    private const string Raise = "insert into watermarks values ('n', 1) on conflict do update set value = value + 1";

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WriteAsync_ManyWritersInTwoProcesses_AllGetTheirTurn()
    {
        var options = SqliteOptions.In(await stores.NewFolderAsync());
        await using var one = SqliteStores.Open(options);
        await using var other = SqliteStores.Open(options);

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(() => RaiseAsync(number % 2 == 0 ? one : other))));

        Assert.Equal([60L], await one.RowsAsync<long>("select value from watermarks"));
    }

    [Fact]
    public async Task WriteAsync_AnotherProcessIsWriting_WaitsAndSeesWhatItWrote()
    {
        var options = SqliteOptions.In(await stores.NewFolderAsync());
        await using var store = SqliteStores.Open(options);
        await using var other = SqliteStores.Open(options);
        var started = new TaskCompletionSource();
        Task<long>? waiting = null;

        await other.Database.WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync("insert into watermarks values ('n', 7)");
                waiting = Task.Run(
                    () =>
                    {
                        started.SetResult();
                        return store.Database.WriteAsync(inner => inner.ScalarAsync<long>("select value from watermarks"), Ending);
                    },
                    Ending);
                await started.Task;
            },
            Ending);

        Assert.Equal(7, await waiting!);
    }

    [Fact]
    public async Task WriteAsync_LockIsNotGivenBack_FailsAndLaterWorks()
    {
        var options = SqliteOptions.In(await stores.NewFolderAsync()) with { LockTimeout = TimeSpan.FromMilliseconds(300) };
        await using var store = SqliteStores.Open(options);
        await using (await LockAsync(options))
        {
            var fault = await Assert.ThrowsAsync<SqliteException>(
                () => Task.Run(() => RaiseAsync(store), Ending).WaitAsync(TimeSpan.FromSeconds(30), Ending));
            Assert.Equal(5, fault.SqliteErrorCode);
        }

        await RaiseAsync(store);
        Assert.Equal([1L], await store.RowsAsync<long>("select value from watermarks"));
    }

    [Fact]
    public async Task OpenAsync_AnotherProcessIsWriting_ReadsWithoutWaiting()
    {
        var options = SqliteOptions.In(await stores.NewFolderAsync());
        await using var store = SqliteStores.Open(options);
        await RaiseAsync(store);
        await store.Database.WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync(Raise);
                Assert.Equal([1L], await store.RowsAsync<long>("select value from watermarks"));
            },
            Ending);
        Assert.Equal([2L], await store.RowsAsync<long>("select value from watermarks"));
    }

    [Fact]
    public async Task WriteAsync_CancelledWhileAnotherWrites_LeavesTheTurnToTheNext()
    {
        await using var store = await stores.NewAsync();
        using var cancelling = new CancellationTokenSource();
        await store.Database.WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync(Raise);
                var waiting = store.Database.WriteAsync(inner => inner.ExecuteAsync(Raise), cancelling.Token);
                await cancelling.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(30), Ending));
            },
            Ending);

        await RaiseAsync(store);
        Assert.Equal([2L], await store.RowsAsync<long>("select value from watermarks"));
    }

    [Fact]
    public async Task WriteAsync_WorkFails_IsUndoneAndTheTurnGivenOn()
    {
        await using var store = await stores.NewAsync();
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => store.Database.WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync(Raise);
                throw new InvalidTimeZoneException();
            },
            Ending));

        Assert.Equal(0, await store.CountAsync("watermarks"));
        await RaiseAsync(store);
        Assert.Equal(1, await store.CountAsync("watermarks"));
    }

    private static Task<int> RaiseAsync(Store store) => store.Database.WriteAsync(transaction => transaction.ExecuteAsync(Raise), Ending);

    private static async Task<SqliteConnection> LockAsync(SqliteOptions options)
    {
        var connection = new SqliteConnection($"Data Source={options.Path};Pooling=False");
        await connection.OpenAsync(Ending);
        await using var command = connection.CreateCommand();
        command.CommandText = "begin immediate";
        await command.ExecuteNonQueryAsync(Ending);
        return connection;
    }
}
