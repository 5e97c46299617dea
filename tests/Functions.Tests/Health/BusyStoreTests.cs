using Microsoft.Data.Sqlite;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Health;

/// <summary>Another process writes to the store, as a backup or a repair does: readers do not notice, writers wait.</summary>
public sealed class BusyStoreTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    [Fact]
    public async Task Store_WrittenToByAnotherProcess_DelaysEventsAndNothingElse()
    {
        var user = Sent.NewId();
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(user, "/pricing"));
        await using var connection = new SqliteConnection($"Data Source={StoreFile.PathOf(engine.Process)};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using (var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            var sending = engine.Client.SendEventsAsync("rybbit", Sent.PageView(user, "/").ToJsonString());
            await Task.Delay(1000, TestContext.Current.CancellationToken);

            Assert.False(sending.IsCompleted);
            var answer = await engine.Client.PersonalizeAsync(user);
            Assert.Equal((3.5m, false), ((decimal)answer["score"]!, (bool)answer["degraded"]!));
            (await engine.Client.GetAsync("/api/v1/health/ready")).AssertOk();

            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
            Assert.Equal(200, (await sending).Status);
        }

        // Two pages, and a little for the time between them.
        Assert.InRange((decimal)(await engine.Client.PersonalizeAsync(user))["score"]!, 4m, 4.5m);
    }
}
