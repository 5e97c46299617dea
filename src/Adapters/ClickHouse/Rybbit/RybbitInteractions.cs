using System.Runtime.CompilerServices;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

/// <summary>Item interactions out of Rybbit's events; only rows of a weighted type that may be about an item travel.</summary>
internal sealed class RybbitInteractions(ClickHouseDatabase database, RybbitProbe probe, ItemPatterns items, InteractionWeights weights) : IWebInteractions
{
    /// <summary>A day at a time, so that ClickHouse sorts little and the cap on rows is for a day.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromDays(1);

    /// <exception cref="ClickHouseException">Unreachable, refused, too slow, too big, or broken off.</exception>
    public async IAsyncEnumerable<ItemActivity> ReadAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sql = new InteractionSql(await probe.ProbeAsync(cancellationToken), database.Options, items, weights);
        if (!sql.CanFindAny) yield break;

        for (var start = from; start < to; start += Slice)
        {
            var end = start + Slice < to ? start + Slice : to;
            var question = sql.Write(start, end - TimeSpan.FromTicks(1));
            await foreach (var interaction in database.ReadAsync(question, new InteractionRow(items).Read, cancellationToken))
                if (interaction is { } about) yield return about;
        }
    }
}
