using Dapper;
using PersonalizationEngine.Adapters.Sql.Delivery;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Core.Delivery.Digests;
using PersonalizationEngine.Engine.Delivery.Digests;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Digests;

internal sealed class SqlDigests(SqlDatabase database, Tombstones tombstones) : IDigests
{
    private const string Newest =
        "select person_id, topic, window_number, starts_at, ends_at from digest_windows where person_id = @PersonId and topic = @Topic order by window_number desc limit 1";

    /// <summary>A digest that nobody has begun to send, or has sent.</summary>
    private const string IsOpen = "status = 'waiting' and lease_until is null and attempts = 0";

    private const string Join =
        "update deliveries set status = 'suppressed', reason = @reason, detail = @digest, digest_id = @digest, topic = @topic, lease_until = null, counted_at = null, "
        + "updated_at = @now where id = @id";

    private static readonly string[] Columns = ["person_id", "topic", "window_number", "starts_at", "ends_at", "message_id"];

    public Task<string?> JoinAsync(DigestQuestion question, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var (due, person) = (question.Due, question.Due.Message.PersonId);
            if ((await tombstones.ErasedAmongAsync(transaction, [person])).Count > 0) return null;
            // Whoever sends, or joins, takes turns for each person.
            await transaction.LockAsync([$"sends to {person}"]);
            if (await JoinedAsync(transaction, due) is { } elsewhere) return elsewhere;
            var window = await OpenAsync(transaction, question);
            if (due.Message.ExpiresAt <= window.End) return null;
            var digest = question.Plan(window);
            await transaction.ExecuteAsync(transaction.Dialect.InsertIfAbsent("digest_windows", Columns), [Row(window, digest)]);
            await transaction.ExecuteAsync(transaction.Dialect.InsertIfAbsent("deliveries", DeliveryRow.Planned), [DeliveryRow.Parameters(digest)]);
            await transaction.ExecuteAsync(
                Join, new { id = due.Id, reason = GatherDigests.InDigest, digest = digest.MessageId, topic = question.Topic, now = UnixMilliseconds.From(question.Now) });
            return digest.MessageId;
        },
        cancellationToken);

    public Task<IReadOnlyList<GatheredMessage>> OfAsync(string digestId, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<GatheredMessage>>(
            async (connection, token) =>
            [
                .. (await connection.QueryAsync<DeliveryRow>(new CommandDefinition(
                    $"select {DeliveryRow.Columns} from deliveries where digest_id = @digestId order by created_at, id limit @limit", new { digestId, limit }, cancellationToken: token)))
                .Select(row => new GatheredMessage(
                    row.MessageId, row.Source, row.SourceId, row.Occurrence, row.Template, row.Priority, UnixMilliseconds.Read(row.CreatedAt))),
            ],
            cancellationToken);

    /// <summary>The digest it is in already, if whoever asks no longer holds it: then it is theirs who took it since.</summary>
    private static async Task<string?> JoinedAsync(SqlTransaction transaction, DueMessage due)
    {
        var own = await transaction.QueryAsync<DeliveryRow>($"select {DeliveryRow.Columns} from deliveries where id = @Id {transaction.Dialect.ForUpdate}", new { due.Id });
        var isHeld = own.Count == 1 && own[0].Status is MessageStatus.Waiting or MessageStatus.Sending && own[0].LeaseUntil == UnixMilliseconds.From(due.LeaseUntil);
        return isHeld ? null : (own is [var taken, ..] ? taken.Detail : null) ?? "";
    }

    private static async Task<DigestWindow> OpenAsync(SqlTransaction transaction, DigestQuestion question)
    {
        var stored = await transaction.QueryAsync<WindowRow>(Newest, new { question.Due.Message.PersonId, question.Topic });
        var newest = stored.Count == 0 ? null : stored[0].ToWindow();
        var window = question.WindowOf(question.Now, newest);
        if (newest is null || window != newest) return window;
        var open = await transaction.QueryAsync<long>(
            $"select id from deliveries where message_id = @id and {IsOpen} {transaction.Dialect.ForUpdate}", new { id = question.Plan(window).MessageId });
        // Its message is under way, by a clock that is ahead of ours.
        return open.Count == 1 ? window : question.WindowOf(window.End, window);
    }

    private static object Row(DigestWindow window, PlannedMessage digest) => new
    {
        person_id = window.PersonId,
        topic = window.Topic,
        window_number = window.Number,
        starts_at = UnixMilliseconds.From(window.Start),
        ends_at = UnixMilliseconds.From(window.End),
        message_id = digest.MessageId,
    };

    private sealed record WindowRow
    {
        public required string PersonId { get; init; }
        public required string Topic { get; init; }
        public long WindowNumber { get; init; }
        public long StartsAt { get; init; }
        public long EndsAt { get; init; }

        public DigestWindow ToWindow() => new(PersonId, Topic, UnixMilliseconds.Read(StartsAt), UnixMilliseconds.Read(EndsAt), WindowNumber);
    }
}
