using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Decisions;

/// <summary>An engine that keeps no receipt it is not asked for, for tests of receipts alone.</summary>
public sealed class ReceiptsEngine : IAsyncLifetime
{
    private EngineProcess? _process;

    public EngineClient Client => _process!.Client;

    public async ValueTask InitializeAsync()
    {
        _process = await EngineProcess.StartAsync(null, ("decisions__kept_share", "0"));
        await Client.BecomeReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
    }
}
