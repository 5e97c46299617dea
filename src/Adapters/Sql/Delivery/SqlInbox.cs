using System.Data.Common;
using System.Text.Json;
using Dapper;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Delivery.Inbox;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Delivery;

internal sealed class SqlInbox(SqlDatabase database, Tombstones tombstones) : IInbox
{
    private const string Columns = "id, message_id, person_id, topic, content, priority, created_at, expires_at, read_at";

    private const string Shown = "person_id = @personId and dismissed_at is null and (expires_at is null or expires_at > @now)";

    private const string Unread = $"{Shown} and read_at is null";

    private const int ListSize = 500;

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

    public Task<IReadOnlyList<InboxMessage>> OfAsync(string personId, InboxQuestion question, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<InboxMessage>>(
            async (connection, token) => await ReadAsync(connection, personId, question, now, token), cancellationToken);

    public Task<InboxGlance> GlanceAsync(string personId, DateTimeOffset now, CancellationToken cancellationToken) => database.ReadAsync(
        async (connection, token) =>
        {
            var newest = await ReadAsync(connection, personId, new InboxQuestion(UnreadOnly: true, null, InboxGlance.Most), now, token);
            if (newest.Count == 0) return InboxGlance.Empty;
            return new InboxGlance(newest, newest.Count < InboxGlance.Most ? newest.Count : await CountAsync(connection, personId, now, token));
        },
        cancellationToken);

    public Task<int> CountUnreadAsync(string personId, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => CountAsync(connection, personId, now, token), cancellationToken);

    public Task<bool> MarkAsync(string personId, string messageId, bool dismissed, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var at = UnixMilliseconds.From(now);
            var found = await transaction.ExecuteAsync(
                "update inbox_messages set read_at = coalesce(read_at, @at), dismissed_at = case when @dismissed then coalesce(dismissed_at, @at) else dismissed_at end "
                + "where person_id = @personId and message_id = @messageId",
                new { personId, messageId, dismissed, at });
            if (found == 1) await OpenAsync(transaction, [messageId], at);
            return found == 1;
        },
        cancellationToken);

    public Task<int> MarkAllReadAsync(string personId, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var at = UnixMilliseconds.From(now);
            var unread = await transaction.QueryAsync<string>($"select message_id from inbox_messages where {Unread} {transaction.Dialect.ForUpdate}", new { personId, now = at });
            foreach (var messages in unread.Chunk(ListSize))
            {
                await transaction.ExecuteAsync("update inbox_messages set read_at = @at where message_id in @messages and read_at is null", new { messages, at });
                await OpenAsync(transaction, messages, at);
            }

            return unread.Count;
        },
        cancellationToken);

    private static Task<int> OpenAsync(SqlTransaction transaction, string[] messages, long at) =>
        transaction.ExecuteAsync("update deliveries set opened_at = @at where message_id in @messages and opened_at is null", new { messages, at });

    private static async Task<List<InboxMessage>> ReadAsync(
        DbConnection connection, string personId, InboxQuestion question, DateTimeOffset now, CancellationToken cancellationToken) =>
    [
        .. (await connection.QueryAsync<Row>(new CommandDefinition(
            $"select {Columns} from inbox_messages where {(question.UnreadOnly ? Unread : Shown)} "
            + $"{(question.BeforeId is null ? "" : "and id < @before ")}order by id desc limit @limit",
            new { personId, now = UnixMilliseconds.From(now), before = question.BeforeId, limit = question.Limit },
            cancellationToken: cancellationToken))).Select(row => row.ToMessage()),
    ];

    private static Task<int> CountAsync(DbConnection connection, string personId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            $"select count(*) from inbox_messages where {Unread}", new { personId, now = UnixMilliseconds.From(now) }, cancellationToken: cancellationToken));

    private sealed record Row
    {
        public long Id { get; init; }
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
            Id = Id,
            ReadAt = UnixMilliseconds.Read(ReadAt),
        };
    }
}
