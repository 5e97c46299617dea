[assembly: AssemblyFixture(typeof(PersonalizationEngine.Functions.Tests.Running.SharedEngine))]

namespace PersonalizationEngine.Functions.Tests.Running;

/// <summary>One engine for all tests that need nothing special of it; each test uses people and rules of its own.</summary>
public sealed class SharedEngine : IAsyncLifetime
{
    private EngineProcess? _process;

    public EngineProcess Process => _process!;

    public EngineClient Client => Process.Client;

    public async ValueTask InitializeAsync()
    {
        _process = await EngineProcess.StartAsync();
        await Client.BecomeReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
    }
}
