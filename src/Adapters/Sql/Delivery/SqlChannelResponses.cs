using Dapper;
using PersonalizationEngine.Core.Delivery.Reach;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Delivery;

internal sealed class SqlChannelResponses(SqlDatabase database) : IChannelResponses
{
    private const int PeopleAtOnce = 500;

    private const string Responses =
        "select person_id, channel, count(*) as sent, sum(case when opened_at is not null or clicked_at is not null then 1 else 0 end) as responded "
        + "from deliveries where person_id in @people and status = 'sent' and channel is not null group by person_id, channel";

    public Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, ChannelResponse>>> OfAsync(
        IReadOnlyCollection<string> personIds, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<string, IReadOnlyDictionary<string, ChannelResponse>>>(
            async (connection, token) =>
            {
                var found = new Dictionary<string, IReadOnlyDictionary<string, ChannelResponse>>(StringComparer.Ordinal);
                foreach (var people in personIds.Chunk(PeopleAtOnce))
                {
                    var rows = await connection.QueryAsync<Row>(new CommandDefinition(Responses, new { people }, cancellationToken: token));
                    foreach (var person in rows.GroupBy(row => row.PersonId, StringComparer.Ordinal))
                        found[person.Key] = person.ToDictionary(row => row.Channel, row => new ChannelResponse((int)row.Sent, (int)row.Responded), StringComparer.Ordinal);
                }

                return found;
            },
            cancellationToken);

    private sealed record Row
    {
        public required string PersonId { get; init; }
        public required string Channel { get; init; }
        public long Sent { get; init; }

        /// <summary>MySQL adds up to a decimal.</summary>
        public decimal Responded { get; init; }
    }
}
