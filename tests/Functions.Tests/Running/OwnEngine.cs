namespace PersonalizationEngine.Functions.Tests.Running;

/// <summary>An engine for one class of tests, which may do to it what other tests would notice.</summary>
public sealed class OwnEngine : IAsyncLifetime
{
    private EngineProcess? _process;

    public EngineProcess Process => _process!;

    public EngineClient Client => Process.Client;

    public async ValueTask InitializeAsync() => _process = await EngineProcess.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
    }
}
