using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Retention;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class RetentionInMemory : IRetentionStore
{
    private readonly List<(RetainedKind Kind, DateTimeOffset At)> _rows = [];

    public Disturbance Disturbance { get; } = new();

    public List<(RetainedKind Kind, DateTimeOffset OlderThan, int Batch)> Calls { get; } = [];

    public void Put(RetainedKind kind, DateTimeOffset at, int count = 1) => _rows.AddRange(Enumerable.Repeat((kind, at), count));

    public int Count(RetainedKind kind) => _rows.Count(row => row.Kind == kind);

    public async Task<int> PurgeAsync(RetainedKind kind, DateTimeOffset olderThan, int batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Disturbance.PassAsync();
        Calls.Add((kind, olderThan, batch));
        var left = batch;
        return _rows.RemoveAll(row => row.Kind == kind && row.At < olderThan && left-- > 0);
    }
}
