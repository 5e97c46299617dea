using PersonalizationEngine.Adapters.Tests.ClickHouse;
using PersonalizationEngine.Servers;

[assembly: AssemblyFixture(typeof(SharedClickHouse))]

namespace PersonalizationEngine.Adapters.Tests.ClickHouse;

/// <summary>One server for all tests that leave it in peace, started by the first of them.</summary>
public sealed class SharedClickHouse : IAsyncDisposable
{
    private readonly Lazy<Task<ClickHouseServer>> _server = new(() => ClickHouseServer.StartAsync());

    /// <summary>A new database with Rybbit's table, or a skipped test where there is no ClickHouse.</summary>
    internal async Task<RybbitDatabase> NewAsync(Generation generation)
    {
        Assert.SkipUnless(ClickHouseServer.IsInstalled, ClickHouseServer.Missing);
        return await RybbitDatabase.CreateAsync(await _server.Value, generation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated) await (await _server.Value).DisposeAsync();
    }
}
