using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Adapters.Tests.Redis;

public sealed class RedisHealthTests
{
    [Fact]
    public async Task Check_ServerKilledAndBack_FailsMeanwhile()
    {
        Assert.SkipUnless(RedisServer.IsInstalled, RedisServer.Missing);
        await using var server = await RedisServer.StartAsync();
        await using var engine = await EngineInstance.StartAsync(TestFolder.New(), RedisFixture.OptionsOf(server.Process.Port), listens: false);
        var probe = engine.Get<IEnumerable<IHealthProbe>>().Single(probe => probe.Name == "redis");

        Assert.False(probe.IsVital);
        Assert.NotNull(await probe.CheckAsync(TestContext.Current.CancellationToken));
        await server.Process.KillAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => probe.CheckAsync(TestContext.Current.CancellationToken));
        await server.Process.StartAsync();
        await EngineInstance.UntilAsync(() => WorksAsync(probe), TimeSpan.FromSeconds(10));
    }

    private static async Task<bool> WorksAsync(IHealthProbe probe)
    {
        try
        {
            return await probe.CheckAsync(TestContext.Current.CancellationToken) is not null;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
