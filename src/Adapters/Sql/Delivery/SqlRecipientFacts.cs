using Dapper;
using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Reach;
using PersonalizationEngine.Engine.Delivery.Recipients;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Delivery;

internal sealed class SqlRecipientFacts(SqlDatabase database) : IRecipientFacts
{
    /// <summary>Stands for all channels in a choice of topics.</summary>
    private const string AllChannels = "";

    private const string Topics = "select person_id, topic, channel, allowed from topic_choices where person_id in @people";

    private const string Tokens = "select person_id, token, platform, seen_at from push_tokens where person_id in @people";

    private const string Responses =
        "select person_id, channel, count(*) as sent, sum(case when opened_at is not null or clicked_at is not null then 1 else 0 end) as responded "
        + "from deliveries where person_id in @people and status = 'sent' group by person_id, channel";

    public Task<IReadOnlyDictionary<string, RecipientFacts>> OfAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<string, RecipientFacts>>(
            async (connection, token) =>
            {
                var found = new Dictionary<string, RecipientFacts>(StringComparer.Ordinal);
                foreach (var people in personIds.Chunk(500))
                {
                    var topics = (await ReadAsync<TopicRow>(Topics, people)).ToLookup(row => row.PersonId, StringComparer.Ordinal);
                    var tokens = (await ReadAsync<TokenRow>(Tokens, people)).ToLookup(row => row.PersonId, StringComparer.Ordinal);
                    var responses = (await ReadAsync<ResponseRow>(Responses, people)).ToLookup(row => row.PersonId, StringComparer.Ordinal);
                    foreach (var person in people)
                    {
                        if (!topics.Contains(person) && !tokens.Contains(person) && !responses.Contains(person)) continue;
                        found[person] = new RecipientFacts(
                            topics[person].GroupBy(row => row.Topic, StringComparer.Ordinal).ToDictionary(topic => topic.Key, Choice, StringComparer.Ordinal),
                            [.. tokens[person].Select(row => new PushToken(row.Token, row.Platform, UnixMilliseconds.Read(row.SeenAt)))],
                            responses[person].Where(row => row.Channel is not null).ToDictionary(
                                row => row.Channel!, row => new ChannelResponse((int)row.Sent, (int)row.Responded), StringComparer.Ordinal));
                    }
                }

                return found;

                Task<IEnumerable<T>> ReadAsync<T>(string sql, string[] people) =>
                    connection.QueryAsync<T>(new CommandDefinition(sql, new { people }, cancellationToken: token));
            },
            cancellationToken);

    private static TopicChoice Choice(IEnumerable<TopicRow> rows)
    {
        var list = rows.ToList();
        return new TopicChoice(
            list.Find(row => row.Channel == AllChannels)?.Allowed,
            list.Where(row => row.Channel != AllChannels).ToDictionary(row => row.Channel, row => row.Allowed, StringComparer.Ordinal));
    }

    private sealed record TopicRow
    {
        public required string PersonId { get; init; }
        public required string Topic { get; init; }
        public required string Channel { get; init; }
        public bool Allowed { get; init; }
    }

    private sealed record TokenRow
    {
        public required string PersonId { get; init; }
        public required string Token { get; init; }
        public required string Platform { get; init; }
        public long SeenAt { get; init; }
    }

    private sealed record ResponseRow
    {
        public required string PersonId { get; init; }
        public string? Channel { get; init; }
        public long Sent { get; init; }
        public decimal Responded { get; init; }
    }
}
