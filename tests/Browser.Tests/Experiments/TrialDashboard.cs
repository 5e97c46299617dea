using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Experiments;

/// <summary>An engine for thousands of people who are in experiments: those of other tests are counted one by one.</summary>
public sealed class TrialDashboard : IAsyncLifetime
{
    private EngineProcess? _process;

    public EngineClient Client => _process!.Client;

    public Uri Address => Client.Address;

    public async ValueTask InitializeAsync()
    {
        _process = await EngineProcess.StartAsync(null, ("EDITOR_KEYS", $"vera/viewer:{DashboardEngine.ViewerKey} anna:{DashboardEngine.EditorKey}"));
        await Client.BecomeReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
    }
}
