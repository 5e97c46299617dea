using PersonalizationEngine.Adapters.Tests.Cdp;
using PersonalizationEngine.Servers;

[assembly: AssemblyFixture(typeof(CdpServer))]

namespace PersonalizationEngine.Adapters.Tests.Cdp;

/// <summary>The MariaDB in which these tests play the customer data platform; started by the first that asks.</summary>
public sealed class CdpServer : IAsyncDisposable
{
    private readonly Lazy<Task<MariaDbServer>> _server = new(MariaDbServer.StartAsync);

    public async Task<CdpTables> NewAsync()
    {
        Assert.SkipUnless(MariaDbServer.IsInstalled, MariaDbServer.Missing);
        return await CdpTables.CreateAsync(await _server.Value);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated) await (await _server.Value).DisposeAsync();
    }
}
