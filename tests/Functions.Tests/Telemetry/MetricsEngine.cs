using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers;

[assembly: AssemblyFixture(typeof(PersonalizationEngine.Functions.Tests.Telemetry.MetricsEngine))]

namespace PersonalizationEngine.Functions.Tests.Telemetry;

/// <summary>An engine that has done a little of everything, with the figures it shows.</summary>
public sealed class MetricsEngine : IAsyncDisposable
{
    private readonly Lazy<Task<EngineProcess>> _process;

    public MetricsEngine() => _process = new(StartAsync);

    /// <summary>How many of its decisions said so themselves.</summary>
    internal int Degraded { get; private set; }

    internal async Task<ExpositionText> ReadAsync()
    {
        var engine = await _process.Value;
        return ExpositionText.Parse((await engine.Client.GetAsync("/metrics")).AssertOk().Body);
    }

    internal Task<EngineProcess> EngineAsync() => _process.Value;

    public async ValueTask DisposeAsync()
    {
        if (_process.IsValueCreated) await (await _process.Value).DisposeAsync();
    }

    private async Task<EngineProcess> StartAsync()
    {
        var engine = await EngineProcess.StartAsync(null, ("telemetry__look_seconds", "1"), ("EMAIL_WEBHOOK_URL", $"http://127.0.0.1:{FreePort.Find()}/"));
        await engine.Client.BecomeReadyAsync();
        Degraded = await Everything.DoAsync(engine.Client);
        return engine;
    }
}
