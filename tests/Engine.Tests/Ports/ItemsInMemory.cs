using System.Runtime.CompilerServices;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class ItemsInMemory(params ItemChange[] changes) : IItemStore
{
    public Disturbance Disturbance { get; } = new();

    public async IAsyncEnumerable<ItemChange> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Disturbance.PassAsync();
        foreach (var change in changes) yield return change;
    }

    public IAsyncEnumerable<ItemChange> ReadWrittenSinceAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        ReadAllAsync(cancellationToken);
}
