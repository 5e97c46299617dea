using System.Diagnostics.Metrics;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Retention;

/// <summary>Deletes what is older than the policy says, in small transactions, so that a run can stop at any point and go on later.</summary>
public sealed class PurgeExpiredData(IRetentionStore store, RetentionPolicy policy, TimeProvider time)
{
    private const int Batch = 5000;

    private static readonly Counter<long> Purged = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.retention.purged", unit: "{row}", description: "Rows that were too old and are gone.");

    /// <returns>Rows deleted of each kind.</returns>
    public async Task<IReadOnlyDictionary<RetainedKind, long>> RunAsync(CancellationToken cancellationToken)
    {
        var deleted = new Dictionary<RetainedKind, long>();
        foreach (var kind in Enum.GetValues<RetainedKind>())
        {
            var olderThan = time.GetUtcNow() - policy.Of(kind);
            int rows;
            do
            {
                rows = await store.PurgeAsync(kind, olderThan, Batch, cancellationToken);
                deleted[kind] = deleted.GetValueOrDefault(kind) + rows;
                Purged.Add(rows, KeyValuePair.Create("kind", (object?)kind.ToString()));
            }
            while (rows == Batch);
        }

        return deleted;
    }
}
