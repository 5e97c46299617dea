using System.Collections.Concurrent;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class SyncPositionsInMemory : ISyncPositions
{
    private readonly ConcurrentDictionary<string, string> _positions = new(StringComparer.Ordinal);

    public Disturbance Writing { get; } = new();

    public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) => Task.FromResult(_positions.GetValueOrDefault(name));

    public async Task WriteAsync(string name, string position, CancellationToken cancellationToken)
    {
        await Writing.PassAsync();
        _positions[name] = position;
    }
}
