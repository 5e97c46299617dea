using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Consents;

/// <summary>Two sites: one uses data until somebody objects, the other only once somebody has agreed.</summary>
public sealed class AskingEngines : IAsyncLifetime
{
    private EngineProcess? _optOut, _optIn;

    public EngineProcess Of(bool optIn) => (optIn ? _optIn : _optOut)!;

    public async ValueTask InitializeAsync()
    {
        _optOut = await EngineProcess.StartAsync();
        _optIn = await EngineProcess.StartAsync(
            null, ("consent__unasked__analytics", "forbidden"), ("consent__unasked__personalization", "forbidden"));
        await _optOut.Client.BecomeReadyAsync();
        await _optIn.Client.BecomeReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_optOut is not null) await _optOut.DisposeAsync();
        if (_optIn is not null) await _optIn.DisposeAsync();
    }
}
