namespace PersonalizationEngine.Functions.Tests.Running;

/// <summary>An engine of one test class alone, which may look at what all people share and do what other tests would notice.</summary>
public sealed class OwnEngine : IAsyncLifetime
{
    private readonly DataFolder _folder = new();
    private EngineProcess? _process;

    public EngineProcess Process => _process!;

    public EngineClient Client => Process.Client;

    public EngineStore Store => new(_folder.Path);

    public async ValueTask InitializeAsync()
    {
        _process = await EngineProcess.StartAsync(_folder.Path);
        await Client.BecomeReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _folder.Dispose();
    }
}
