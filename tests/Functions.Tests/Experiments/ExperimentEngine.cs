using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Experiments;

/// <summary>An engine with keys for SDKs and testers and with a global holdout.</summary>
public sealed class ExperimentEngine : IAsyncLifetime
{
    public const string SdkKey = "sdk-key-of-the-tests", TesterKey = "tester-key-of-the-tests";
    public const double Holdout = 0.05;

    private EngineProcess? _process;

    public EngineProcess Process => _process!;

    public EngineClient Client => Process.Client;

    public async ValueTask InitializeAsync()
    {
        _process = await EngineProcess.StartAsync(
            null, ("experiments__sdk_keys__0", SdkKey), ("experiments__tester_keys__0", TesterKey), ("experiments__holdout", "0.05"));
        await Client.BecomeReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
    }
}
