using System.Collections.Concurrent;
using PersonalizationEngine.Engine.Decisions;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class KeptDecisionsInMemory : IKeptDecisions
{
    private readonly ConcurrentDictionary<string, KeptDecision> _kept = new(StringComparer.Ordinal);

    public Disturbance Disturbance { get; } = new();

    public int Count => _kept.Count;

    public async Task SaveAsync(IReadOnlyList<KeptDecision> decisions, CancellationToken cancellationToken)
    {
        await Disturbance.PassAsync();
        foreach (var decision in decisions) _kept.TryAdd(decision.Key, decision);
    }

    public Task<KeptDecision?> FindAsync(string key, CancellationToken cancellationToken) => Task.FromResult(_kept.GetValueOrDefault(key));
}
