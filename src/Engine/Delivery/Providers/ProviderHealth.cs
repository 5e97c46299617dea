using PersonalizationEngine.Engine.Health;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Engine.Delivery.Providers;

/// <summary>Whether a provider takes messages, by what came of the last ones: a question of its own would be a message.</summary>
public sealed class ProviderHealth(string name, OutsideSystems systems) : IHealthProbe
{
    public string Name => name;

    public bool IsVital => false;

    public Task<string?> CheckAsync(CancellationToken cancellationToken) => systems.Find(name) switch
    {
        null => Task.FromResult<string?>("nothing was sent yet"),
        { State: BreakerState.Open } => throw new UnhealthyException("it failed, and is not asked for a moment"),
        _ => Task.FromResult<string?>(null),
    };
}
