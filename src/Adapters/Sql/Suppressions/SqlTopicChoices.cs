using Dapper;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Delivery.Preferences;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Suppressions;

internal sealed class SqlTopicChoices(SqlDatabase database, Tombstones tombstones) : ITopicChoices
{
    private const int ListSize = 500;

    private static readonly string[] Keys = ["person_id", "topic", "channel"], Columns = [.. Keys, "allowed", "updated_at"];

    public async Task<ILookup<string, TopicChoice>> OfAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            async (connection, token) =>
            {
                var all = new List<Row>();
                foreach (var list in personIds.Chunk(ListSize))
                    all.AddRange(await connection.QueryAsync<Row>(new CommandDefinition(
                        "select person_id, topic, channel, allowed from topic_choices where person_id in @list", new { list }, cancellationToken: token)));
                return all;
            },
            cancellationToken);
        return rows.ToLookup(row => row.PersonId, row => new TopicChoice(row.Topic, row.Channel, row.Allowed), StringComparer.Ordinal);
    }

    public Task SaveAsync(string personId, IReadOnlyCollection<TopicChoice> choices, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            if ((await tombstones.ErasedAmongAsync(transaction, [personId])).Count > 0) return;
            await transaction.ExecuteAsync(
                transaction.Dialect.Upsert("topic_choices", Keys, Columns),
                choices.Select(choice => new
                {
                    person_id = personId,
                    topic = choice.Topic,
                    channel = choice.Channel,
                    allowed = choice.Allowed,
                    updated_at = UnixMilliseconds.From(now),
                }));
        },
        cancellationToken);

    private sealed record Row
    {
        public required string PersonId { get; init; }
        public required string Topic { get; init; }
        public required string Channel { get; init; }
        public bool Allowed { get; init; }
    }
}
