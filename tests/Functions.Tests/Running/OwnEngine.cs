namespace PersonalizationEngine.Functions.Tests.Running;

/// <summary>An engine of one test class alone, for tests that look at what all people share: items, refused events.</summary>
public sealed class OwnEngine : IAsyncLifetime
{
    private readonly DataFolder _folder = new();
    private EngineProcess? _process;

    public EngineClient Client => _process!.Client;

    public EngineStore Store => new(_folder.Path);

    public async ValueTask InitializeAsync()
    {
        _process = await EngineProcess.StartAsync(_folder.Path);
        await _process.Client.BecomeReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _folder.Dispose();
    }
}
