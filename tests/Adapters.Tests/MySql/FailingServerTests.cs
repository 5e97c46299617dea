using System.Diagnostics;
using PersonalizationEngine.Adapters.MySql;
using PersonalizationEngine.Adapters.MySql.Schema;
using PersonalizationEngine.Adapters.Tests.Sql;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Adapters.Tests.MySql;

/// <summary>A server of its own that dies, stops answering, and comes back.</summary>
public sealed class FailingServerTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(3);

    private MariaDbServer _server = null!;
    private Store _store = null!;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(MariaDbServer.IsInstalled, MariaDbServer.Missing);
        _server = await MariaDbServer.StartAsync();
        _store = MySqlStores.Open(new MySqlOptions(_server.ConnectionStringOf(await _server.CreateDatabaseAsync())));
        await MySqlMigrations.RunAsync(_store.Get<MySqlDatabase>(), Ending);
    }

    [Fact]
    public async Task WriteAsync_ServerDiesUnderWay_WritesNothingUntilItIsTriedAgain()
    {
        var runs = 0;
        await _store.Database.WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync("insert into watermarks values ('a', 1)");
                if (++runs > 1) return;
                await _server.Process.KillAsync();
                await _server.Process.StartAsync();
                await transaction.ExecuteAsync("insert into watermarks values ('b', 1)");
            },
            Ending);

        Assert.Equal(2, runs);
        Assert.Equal(["a"], await _store.RowsAsync<string>("select name from watermarks"));
    }

    [Fact]
    public async Task WriteAsync_ServerDiesAndStaysAway_FailsAndHasWrittenNothing()
    {
        await Assert.ThrowsAsync<OutsideSystemException>(() => _store.Database.WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync("insert into watermarks values ('a', 1)");
                await _server.Process.KillAsync();
                await transaction.ExecuteAsync("insert into watermarks values ('b', 1)");
            },
            Ending).WaitAsync(TimeSpan.FromSeconds(30), Ending));

        await _server.Process.StartAsync();
        Assert.Equal(0, await _store.CountAsync("watermarks"));
    }

    [Fact]
    public async Task OpenAsync_ServerCameBack_HandsOutNoDeadConnection()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _store.CountAsync("people")));
        await _server.Process.KillAsync();
        await _server.Process.StartAsync();
        for (var time = 0; time < 10; time++) Assert.Equal(0, await _store.CountAsync("people"));
    }

    [Fact]
    public async Task CheckAsync_ServerGoesAndComes_Follows()
    {
        var health = _store.Get<IHealthProbe>();
        Assert.Equal("mysql, empty", await health.CheckAsync(Ending));
        await _server.Process.KillAsync();
        await Assert.ThrowsAsync<OutsideSystemException>(() => health.CheckAsync(Ending));
        await _server.Process.StartAsync();
        await _store.WriteAsync(Facts.Of(Facts.Person("p")));
        Assert.Equal("mysql", await health.CheckAsync(Ending));
        Assert.True(health is { Name: "store", IsVital: true });
    }

    [Fact]
    public async Task ServerDoesNotAnswer_CallerLosesPatience_IsLetGoAtOnce()
    {
        await _store.CountAsync("people");
        await _server.Process.PauseAsync();
        try
        {
            await LetGoAsync(token => _store.Get<IPeople>().FindAsync("p", token));
            await LetGoAsync(token => _store.Get<IHealthProbe>().CheckAsync(token));
            await LetGoAsync(token => _store.Get<ISyncPositions>().WriteAsync("a", "b", token));
            // No connection is left in the pool by now: a new one is let go as well.
            await LetGoAsync(token => _store.Database.OpenAsync(token));
        }
        finally
        {
            await _server.Process.ResumeAsync();
        }

        Assert.Equal(0, await _store.CountAsync("people"));
    }

    [Fact]
    public async Task ServerStopsAnsweringInATransaction_CallerLosesPatience_IsLetGoAtOnceAndNothingIsWritten()
    {
        try
        {
            await LetGoAsync(token => _store.Database.WriteAsync(
                async transaction =>
                {
                    await transaction.ExecuteAsync("insert into watermarks values ('a', 1)");
                    await _server.Process.PauseAsync();
                    await transaction.ExecuteAsync("insert into watermarks values ('b', 1)");
                },
                token));
            await _server.Process.ResumeAsync();
            await _server.Process.PauseAsync();
            // The work itself gives up while the server is away: to undo it is not waited for long.
            await LetGoAsync(token => _store.Database.WriteAsync(_ => Task.Delay(-1, token), token));
        }
        finally
        {
            await _server.Process.ResumeAsync();
        }

        Assert.Equal(0, await _store.CountAsync("watermarks"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    private static async Task LetGoAsync(Func<CancellationToken, Task> call)
    {
        using var impatient = new CancellationTokenSource(Patience);
        var waited = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<Exception>(() => call(impatient.Token));
        Assert.InRange(waited.Elapsed, TimeSpan.Zero, Promptly);
    }
}
