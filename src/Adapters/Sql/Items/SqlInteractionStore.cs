using System.Runtime.CompilerServices;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Adapters.Sql.Items;

internal sealed class SqlInteractionStore(SqlDatabase database) : IInteractionStore
{
    private const string Read =
        "select person_id, item_id, session, type, name, occurred_at from events "
        + "where occurred_at >= @since and item_id is not null order by occurred_at, id";

    public async IAsyncEnumerable<ItemActivity> ReadAsync(
        DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in database.StreamAsync<Row>(Read, new { since = UnixMilliseconds.From(from) }, cancellationToken))
            yield return new ItemActivity(row.PersonId, row.ItemId, row.Session, row.Type, UnixMilliseconds.Read(row.OccurredAt), row.Name);
    }

    private sealed record Row
    {
        public required string PersonId { get; init; }
        public required string ItemId { get; init; }
        public string? Session { get; init; }
        public required string Type { get; init; }
        public string? Name { get; init; }
        public long OccurredAt { get; init; }
    }
}
