using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.ClickHouse;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Sync.Behaviour;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Adapters.Tests.ClickHouse;

/// <summary>What can go wrong between us and ClickHouse ends in one exception that says what, in time.</summary>
public sealed class FaultTests(SharedClickHouse clickHouse)
{
    private const int MoreThanAnyBufferHolds = 200_000;

    private static readonly VisitorQuery Everybody = new(Traffic.Now, null);

    [Fact]
    public async Task ReadAsync_OfADatabaseWithoutEvents_SaysSo()
    {
        var database = await clickHouse.NewAsync(Generation.First);
        await database.ExecuteAsync("drop table events");

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => database.ReadAsync(Everybody));

        Assert.Contains("no table events", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_OfEventsWithoutColumns_NamesThemAll()
    {
        var database = await clickHouse.NewAsync(Generation.First);
        await database.ExecuteAsync("alter table events drop column session_id, drop column props");

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => database.ReadAsync(Everybody));

        Assert.EndsWith("lacks the columns session_id, props.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_WithMoreVisitorsThanAllowed_RefusesRatherThanCuts()
    {
        var database = await clickHouse.NewAsync(Generation.Second);
        await Traffic.AddAsync(database, 1_000, 500);

        var fault = await Assert.ThrowsAsync<ClickHouseException>(() => database.ReadAsync(Everybody, database.Options with { MaxRows = 100 }));

        Assert.Contains("max_rows (100)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_WithTooLittleMemory_NamesTheSetting()
    {
        var database = await clickHouse.NewAsync(Generation.Second);
        await Traffic.AddAsync(database, 1_000, 500);

        var fault = await Assert.ThrowsAsync<ClickHouseException>(() => database.ReadAsync(Everybody, database.Options with { MaxMemory = 100_000 }));

        Assert.Contains("max_memory (100000 bytes)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_WithAWrongPassword_SaysSoWithoutTheRightOneOrTheWrong()
    {
        Assert.SkipUnless(ClickHouseServer.IsInstalled, ClickHouseServer.Missing);
        Assert.SkipUnless(ClickHouseServer.IsOwn, ClickHouseServer.OwnOnly);
        await using var server = await ClickHouseServer.StartAsync("right-word");
        var database = await RybbitDatabase.CreateAsync(server, Generation.First);

        var fault = await Assert.ThrowsAsync<ClickHouseException>(() => database.ReadAsync(Everybody, database.Options with { Password = "wrong-word" }));

        Assert.Contains("does not know the user reader", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("-word", fault.ToString(), StringComparison.Ordinal);
        Assert.Empty(await database.ReadAsync(Everybody));
    }

    [Fact]
    public async Task ReadAsync_WhenTheServerIsKilledMidstream_SaysThatTheAnswerBrokeOff()
    {
        await using var server = await OwnServerAsync();
        var database = await WithManyVisitorsAsync(server);

        var fault = await Assert.ThrowsAsync<ClickHouseException>(() => ReadWithAnInterruptionAsync(database.Options, database, server.Process.KillAsync));
        var next = await Assert.ThrowsAsync<ClickHouseException>(() => database.ReadAsync(Everybody));

        Assert.Contains("broke off", fault.Message, StringComparison.Ordinal);
        Assert.Contains("cannot be reached", next.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_WhenTheServerStandsStillMidstream_GivesUpAfterTheStallTimeout()
    {
        await using var server = await OwnServerAsync();
        var database = await WithManyVisitorsAsync(server);
        var options = database.Options with { StallTimeout = TimeSpan.FromSeconds(1) };

        var fault = await Assert.ThrowsAsync<ClickHouseException>(() => ReadWithAnInterruptionAsync(options, database, server.Process.PauseAsync));
        await server.Process.ResumeAsync();

        Assert.Contains("said nothing for 1 s", fault.Message, StringComparison.Ordinal);
        Assert.Equal(MoreThanAnyBufferHolds, (await database.ReadAsync(Everybody)).Count);
    }

    [Fact]
    public async Task ReadAsync_WhenTimeRunsOutMidstream_SaysWhatClickHouseSaysThere()
    {
        await using var server = await OwnServerAsync();
        var database = await WithManyVisitorsAsync(server);
        var options = database.Options with { QueryTimeout = TimeSpan.FromSeconds(3) };

        var fault = await Assert.ThrowsAsync<ClickHouseException>(
            () => ReadWithAnInterruptionAsync(options, database, () => Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken)));

        Assert.Contains("longer than query_timeout (3 s)", fault.Message, StringComparison.Ordinal);
    }

    private static async Task<ClickHouseServer> OwnServerAsync()
    {
        Assert.SkipUnless(ClickHouseServer.IsInstalled, ClickHouseServer.Missing);
        Assert.SkipUnless(ClickHouseServer.IsOwn, ClickHouseServer.OwnOnly);
        return await ClickHouseServer.StartAsync();
    }

    private static async Task<RybbitDatabase> WithManyVisitorsAsync(ClickHouseServer server)
    {
        var database = await RybbitDatabase.CreateAsync(server, Generation.Second);
        await database.InsertAsync("site_id, timestamp, session_id, user_id",
            $"select 1, toDateTime({Traffic.Now.ToUnixTimeSeconds()}), toString(number), lower(hex(SHA256(toString(number)))) from numbers({MoreThanAnyBufferHolds})");
        return database;
    }

    private static async Task ReadWithAnInterruptionAsync(ClickHouseOptions options, RybbitDatabase database, Func<Task> interruption)
    {
        await using var services = database.Services(options);
        var isFirst = true;
        await foreach (var _ in services.GetRequiredService<IWebAnalytics>().ReadAsync(Everybody, TestContext.Current.CancellationToken))
        {
            if (isFirst) await interruption();
            isFirst = false;
        }
    }
}
