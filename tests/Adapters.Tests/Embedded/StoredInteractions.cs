using System.Runtime.CompilerServices;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Adapters.Tests.Embedded;

/// <summary>Interactions in memory; between any two of them something can happen.</summary>
internal sealed class StoredInteractions(params IReadOnlyList<ItemActivity> stored) : IInteractionStore
{
    public DateTimeOffset AskedFrom { get; private set; }

    /// <summary>Called before each one is read, with its place.</summary>
    public Action<int> Reading { get; set; } = _ => { };

    public async IAsyncEnumerable<ItemActivity> ReadAsync(DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AskedFrom = from;
        for (var place = 0; place < stored.Count; place++)
        {
            await Task.Yield();
            Reading(place);
            yield return stored[place];
        }
    }
}
