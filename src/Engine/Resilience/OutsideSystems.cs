using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace PersonalizationEngine.Engine.Resilience;

/// <summary>All systems outside that were asked for by name, with a gauge of their breakers: 0 closed, 1 probing, 2 open.</summary>
public sealed class OutsideSystems
{
    private readonly ConcurrentDictionary<string, OutsideSystem> _systems = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly ILogger<OutsideSystem> _logger;

    public OutsideSystems(TimeProvider time, ILogger<OutsideSystem> logger)
    {
        (_time, _logger) = (time, logger);
        EngineMetrics.Meter.CreateObservableGauge(
            "personalization.dependency.breaker", Observe, description: "Breaker of each dependency: 0 closed, 1 probing, 2 open.");
    }

    public OutsideSystem Get(string name, OutsideSystemOptions options) =>
        _systems.GetOrAdd(name, static (key, self) => new OutsideSystem(key, self.options, self.Item2._time, self.Item2._logger), (options, this));

    /// <summary>Null when nobody has asked for it.</summary>
    public OutsideSystem? Find(string name) => _systems.GetValueOrDefault(name);

    /// <summary>Those that were asked for by now, by name.</summary>
    public IReadOnlyList<OutsideSystem> All => [.. _systems.Values.OrderBy(system => system.Name, StringComparer.Ordinal)];

    private IEnumerable<Measurement<int>> Observe() => _systems.Values.Select(
        system => new Measurement<int>((int)system.State, KeyValuePair.Create("dependency", (object?)system.Name)));
}
