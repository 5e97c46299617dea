using System.Text.Json;
using Dapper;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Delivery.Inbox;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Delivery;

internal sealed class SqlInbox(SqlDatabase database, Tombstones tombstones) : IInbox
{
    private const string Columns = "message_id, person_id, topic, content, priority, created_at, expires_at, read_at";

    private static readonly string[] Added = ["message_id", "person_id", "topic", "content", "priority", "created_at", "expires_at"];

    public Task AddAsync(IReadOnlyList<InboxMessage> messages, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var erased = await tombstones.ErasedAmongAsync(transaction, messages.Select(message => message.PersonId));
            await transaction.ExecuteAsync(
                transaction.Dialect.InsertIfAbsent("inbox_messages", Added),
                messages.Where(message => !erased.Contains(message.PersonId)).Select(message => new
                {
                    message_id = message.MessageId,
                    person_id = message.PersonId,
                    topic = message.Topic,
                    content = JsonSerializer.Serialize(message.Content, ContentJson.Default.MessageContent),
                    priority = message.Priority,
                    created_at = UnixMilliseconds.From(message.CreatedAt),
                    expires_at = UnixMilliseconds.From(message.ExpiresAt),
                }));
        },
        cancellationToken);

    public Task<IReadOnlyList<InboxMessage>> OfAsync(string personId, bool unreadOnly, DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<InboxMessage>>(
            async (connection, token) =>
            [
                .. (await connection.QueryAsync<Row>(new CommandDefinition(
                    $"select {Columns} from inbox_messages where person_id = @personId and dismissed_at is null and (expires_at is null or expires_at > @now) "
                    + $"{(unreadOnly ? "and read_at is null " : "")}order by id desc limit @limit",
                    new { personId, now = UnixMilliseconds.From(now), limit }, cancellationToken: token))).Select(row => row.ToMessage()),
            ],
            cancellationToken);

    public Task<bool> MarkAsync(string personId, string messageId, bool dismissed, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction => await transaction.ExecuteAsync(
            "update inbox_messages set read_at = coalesce(read_at, @now), dismissed_at = case when @dismissed then coalesce(dismissed_at, @now) else dismissed_at end "
            + "where person_id = @personId and message_id = @messageId",
            new { personId, messageId, dismissed, now = UnixMilliseconds.From(now) }) == 1,
        cancellationToken);

    private sealed record Row
    {
        public required string MessageId { get; init; }
        public required string PersonId { get; init; }
        public string? Topic { get; init; }
        public required string Content { get; init; }
        public int Priority { get; init; }
        public long CreatedAt { get; init; }
        public long? ExpiresAt { get; init; }
        public long? ReadAt { get; init; }

        public InboxMessage ToMessage() => new(
            MessageId, PersonId, Topic, JsonSerializer.Deserialize(Content, ContentJson.Default.MessageContent) ?? new MessageContent(""), Priority,
            UnixMilliseconds.Read(CreatedAt), UnixMilliseconds.Read(ExpiresAt))
        {
            ReadAt = UnixMilliseconds.Read(ReadAt),
        };
    }
}
