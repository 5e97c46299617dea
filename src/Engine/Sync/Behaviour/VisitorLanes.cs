using System.Threading.Channels;
using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Engine.Sync.Behaviour;

/// <summary>
/// Stores batches of visitors side by side while further ones are read. Who goes to which lane is a matter of the hash by which
/// stores lock ids too, so that batches of two lanes seldom wait for each other. Each batch is in the order of ids, which is the order
/// of the tables.
/// </summary>
internal static class VisitorLanes
{
    /// <summary>A power of two, to divide what a store locks evenly.</summary>
    private const uint Lanes = 2;

    private const int BatchSize = 2000, BatchesAhead = 1;

    public static async Task RunAsync(
        IAsyncEnumerable<VisitorBehaviour> visitors,
        Func<IReadOnlyList<VisitorBehaviour>, CancellationToken, Task> store,
        CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var lanes = new Channel<List<VisitorBehaviour>>[Lanes];
        for (var i = 0; i < Lanes; i++) lanes[i] = Channel.CreateBounded<List<VisitorBehaviour>>(BatchesAhead);
        await Task.WhenAll(
        [
            .. lanes.Select(lane => OrEndAsync(() => StoreAsync(lane.Reader, store, ending.Token))),
            OrEndAsync(() => DealAsync(visitors, lanes, ending.Token)),
        ]);

        // What goes wrong in one place ends all others; the first fault is what the caller is told.
        async Task OrEndAsync(Func<Task> work)
        {
            try
            {
                await Task.Run(work, CancellationToken.None);
            }
            catch
            {
                await ending.CancelAsync();
                throw;
            }
        }
    }

    private static async Task StoreAsync(
        ChannelReader<List<VisitorBehaviour>> batches,
        Func<IReadOnlyList<VisitorBehaviour>, CancellationToken, Task> store,
        CancellationToken cancellationToken)
    {
        await foreach (var batch in batches.ReadAllAsync(cancellationToken))
        {
            batch.Sort(static (one, other) => string.CompareOrdinal(one.VisitorId, other.VisitorId));
            await store(batch, cancellationToken);
        }
    }

    private static async Task DealAsync(
        IAsyncEnumerable<VisitorBehaviour> visitors, Channel<List<VisitorBehaviour>>[] lanes, CancellationToken cancellationToken)
    {
        var batches = lanes.Select(_ => new List<VisitorBehaviour>(BatchSize)).ToArray();
        await foreach (var visitor in visitors.WithCancellation(cancellationToken))
        {
            var lane = Fnv1a.Hash(visitor.VisitorId) % Lanes;
            batches[lane].Add(visitor);
            if (batches[lane].Count < BatchSize) continue;
            await lanes[lane].Writer.WriteAsync(batches[lane], cancellationToken);
            batches[lane] = new List<VisitorBehaviour>(BatchSize);
        }

        for (var i = 0; i < lanes.Length; i++)
        {
            if (batches[i].Count > 0) await lanes[i].Writer.WriteAsync(batches[i], cancellationToken);
            lanes[i].Writer.Complete();
        }
    }
}
