using Dapper;
using PersonalizationEngine.Adapters.Sql.Ingestion;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Delivery.ProviderEvents;
using PersonalizationEngine.Engine.Delivery.Suppressions;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Suppressions;

internal sealed class SqlProviderEvents(SqlDatabase database, Tombstones tombstones) : IProviderEvents
{
    private const int ListSize = 500;

    private const string Select = "select message_id, provider_id as provider_message_id, person_id, channel, topic from deliveries where ";

    private const string Update =
        "update deliveries set delivered_at = coalesce(delivered_at, @delivered_at), opened_at = coalesce(opened_at, @opened_at), "
        + "clicked_at = coalesce(clicked_at, @clicked_at), bounced_at = coalesce(bounced_at, @bounced_at), "
        + "complained_at = coalesce(complained_at, @complained_at), detail = coalesce(detail, @detail) where message_id = @message_id";

    /// <summary>Few people have a number, and fewer replies come: the number is compared in its one form after it was read.</summary>
    private const string Phones = "select person_id, phone from people where phone like @ends";

    private readonly SuppressionWriter _writer = new(tombstones);

    public Task<IReadOnlySet<string>> TakenAsync(IReadOnlyCollection<string> eventIds, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (connection, token) =>
            {
                var taken = new HashSet<string>(StringComparer.Ordinal);
                foreach (var list in eventIds.Chunk(ListSize))
                    taken.UnionWith(await connection.QueryAsync<string>(new CommandDefinition(
                        "select event_id from inbox where source = @source and event_id in @list",
                        new { source = EventSource.Delivery.Name(), list }, cancellationToken: token)));
                return (IReadOnlySet<string>)taken;
            },
            cancellationToken);

    public Task<IReadOnlyList<KnownMessage>> MessagesAsync(
        IReadOnlyCollection<string> messageIds, IReadOnlyCollection<string> providerIds, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (connection, token) =>
            {
                var found = new List<KnownMessage>();
                foreach (var list in messageIds.Chunk(ListSize)) found.AddRange(await ReadAsync("message_id in @list", list));
                foreach (var list in providerIds.Chunk(ListSize)) found.AddRange(await ReadAsync("provider_id in @list", list));
                return (IReadOnlyList<KnownMessage>)found;

                async Task<IEnumerable<KnownMessage>> ReadAsync(string condition, string[] list) =>
                    (await connection.QueryAsync<Row>(new CommandDefinition(Select + condition, new { list }, cancellationToken: token)))
                    .Select(row => new KnownMessage(row.MessageId, row.ProviderMessageId, row.PersonId, row.Channel, row.Topic));
            },
            cancellationToken);

    public Task<IReadOnlyList<string>> PeopleAtAsync(ChannelAddress address, CancellationToken cancellationToken) => database.ReadAsync(
        async (connection, token) =>
        {
            const int Most = 100;
            if (address.Channel == "email")
                return [.. await connection.QueryAsync<string>(new CommandDefinition(
                    "select person_id from people where lower(email) = @Address limit @Most", new { address.Address, Most }, cancellationToken: token))];
            if (address.Channel == "push")
                return [.. await connection.QueryAsync<string>(new CommandDefinition(
                    "select person_id from push_tokens where token = @Address", new { address.Address }, cancellationToken: token))];
            var rows = await connection.QueryAsync<PhoneRow>(new CommandDefinition(Phones, new { ends = $"%{address.Address[^1]}" }, cancellationToken: token));
            return (IReadOnlyList<string>)[.. rows.Where(row => ChannelAddress.Of("sms", row.Phone) == address).Select(row => row.PersonId).Take(Most)];
        },
        cancellationToken);

    public Task SaveAsync(
        IReadOnlyCollection<string> eventIds, IReadOnlyList<MessageNews> news, IReadOnlyList<Suppression> suppressed,
        IReadOnlyList<ChannelAddress> lifted, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            foreach (var one in news.OrderBy(one => one.MessageId, StringComparer.Ordinal)) await transaction.ExecuteAsync(Update, Parameters(one));
            await _writer.WriteAsync(transaction, suppressed);
            foreach (var gone in suppressed.Where(one => one.At.Channel == "push" && one.Reason == SuppressionReasons.Bounce))
                await transaction.ExecuteAsync("delete from push_tokens where token = @Address", new { gone.At.Address });
            foreach (var address in lifted)
                await transaction.ExecuteAsync(
                    "delete from suppressions where channel = @Channel and address in (@Address, @hash) and reason in ('stop', 'unsubscribe')",
                    new { address.Channel, address.Address, hash = SuppressionWriter.Hidden(address, tombstones).Address });
            await KnownEventIds.WriteAsync(transaction, EventSource.Delivery, eventIds, now);
        },
        cancellationToken);

    private static object Parameters(MessageNews news) => new
    {
        message_id = news.MessageId,
        delivered_at = UnixMilliseconds.From(news.DeliveredAt),
        opened_at = UnixMilliseconds.From(news.OpenedAt),
        clicked_at = UnixMilliseconds.From(news.ClickedAt),
        bounced_at = UnixMilliseconds.From(news.BouncedAt),
        complained_at = UnixMilliseconds.From(news.ComplainedAt),
        detail = news.Detail,
    };

    private sealed record Row
    {
        public required string MessageId { get; init; }
        public string? ProviderMessageId { get; init; }
        public required string PersonId { get; init; }
        public string? Channel { get; init; }
        public string? Topic { get; init; }
    }

    private sealed record PhoneRow
    {
        public required string PersonId { get; init; }
        public required string Phone { get; init; }
    }
}
