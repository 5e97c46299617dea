using Dapper;
using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Delivery;

internal sealed class SqlDeliveries(SqlDatabase database) : IDeliveries
{
    private const string IsDue = "due_at <= @now and (lease_until is null or lease_until <= @now)";

    private const string Sends =
        "select message_id, person_id, channel, topic, priority, counted_at from deliveries where person_id in @people and counted_at >= @since";

    private const string NotPaused =
        "not (source = 'campaign' and exists (select 1 from campaign_runs r where r.campaign_id = deliveries.source_id "
        + "and r.occurrence = deliveries.occurrence and r.status in ('paused', 'cancelled')))";

    public Task<IReadOnlyList<DueMessage>> TakeAsync(DueQuestion question, CancellationToken cancellationToken)
    {
        var (of, now) = (question.Of, UnixMilliseconds.From(question.Now));
        var lease = UnixMilliseconds.From(question.Now + question.Lease);
        var where = of is null
            ? $"status in ('waiting', 'sending') and {IsDue} and {NotPaused}"
            : $"source = 'campaign' and source_id = @campaign and occurrence = @occurrence and chunk = @chunk and status in ('waiting', 'sending') and {IsDue} and {NotPaused}";
        var parameters = new
        {
            now,
            lease,
            limit = question.Limit,
            campaign = of?.CampaignId,
            occurrence = of?.Occurrence,
            chunk = of?.Chunk,
        };
        return database.WriteAsync<IReadOnlyList<DueMessage>>(
            async transaction =>
            {
                // Parts of an audience have a lock each; whoever takes anything that is due takes turns.
                await transaction.LockAsync([of is { } part ? FormattableString.Invariant($"deliveries {part.CampaignId} {part.Occurrence} {part.Chunk}") : "deliveries"]);
                var rows = await transaction.QueryAsync<DeliveryRow>(
                    $"select {DeliveryRow.Columns} from deliveries where {where} order by {(of is null ? "due_at" : "id")} limit @limit {transaction.Dialect.ForUpdate}", parameters);
                if (rows.Count == 0) return [];
                await transaction.ExecuteAsync("update deliveries set lease_until = @lease where id in @ids", new { lease, ids = rows.Select(row => row.Id) });
                return [.. rows.Select(row => (row with { LeaseUntil = lease }).ToDue())];
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<ReservedSend>> ReserveAsync(
        IReadOnlyList<DueMessage> messages, DateTimeOffset now, DateTimeOffset since,
        Func<IReadOnlyDictionary<string, List<PastSend>>, IReadOnlyList<ReservedSend>> decide, CancellationToken cancellationToken) =>
        messages.Count == 0 ? Task.FromResult<IReadOnlyList<ReservedSend>>([]) : database.WriteAsync<IReadOnlyList<ReservedSend>>(
            async transaction =>
            {
                var people = messages.Select(message => message.Message.PersonId).Distinct().ToList();
                await transaction.LockAsync(people.Select(person => $"sends to {person}"));
                var asked = messages.Select(message => message.Message.MessageId).ToHashSet(StringComparer.Ordinal);
                var sends = await transaction.QueryAsync<SendRow>(Sends, new { people, since = UnixMilliseconds.From(since) });
                var own = await HeldAsync(transaction, messages);
                var decided = decide(ByPerson(sends.Where(row => !asked.Contains(row.MessageId))));
                var kept = decided.Where(one => own.Contains(one.Due.Id)).ToList();
                foreach (var one in kept) await transaction.ExecuteAsync(DecisionSql.Update, DecisionSql.Parameters(one, now));
                return kept;
            },
            cancellationToken);

    public Task<IReadOnlyDictionary<string, List<PastSend>>> SendsAsync(IReadOnlyCollection<string> personIds, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<string, List<PastSend>>>(
            async (connection, token) => ByPerson(await connection.QueryAsync<SendRow>(
                new CommandDefinition(Sends, new { people = personIds, since = UnixMilliseconds.From(since) }, cancellationToken: token))),
            cancellationToken);

    public Task RecordAsync(IReadOnlyList<MessageOutcome> outcomes, CancellationToken cancellationToken) =>
        outcomes.Count == 0 ? Task.CompletedTask : database.WriteAsync(
            transaction => transaction.ExecuteAsync(OutcomeSql.Update, outcomes.Select(OutcomeSql.Parameters)), cancellationToken);

    public Task<IReadOnlyList<DeliveryRecord>> ListAsync(DeliveryQuestion question, CancellationToken cancellationToken)
    {
        List<string> conditions = ["1 = 1"];
        if (question.BeforeId is not null) conditions.Add("id < @BeforeId");
        if (question.PersonId is not null) conditions.Add("person_id = @PersonId");
        if (question.MessageId is not null) conditions.Add("message_id = @MessageId");
        if (question.Status is not null) conditions.Add("status = @Status");
        if (question.Reason is not null) conditions.Add("reason = @Reason");
        if (question.Channel is not null) conditions.Add("channel = @Channel");
        if (question.CampaignId is not null) conditions.Add("source = 'campaign' and source_id = @CampaignId");
        var sql = $"select {DeliveryRow.Columns} from deliveries where {string.Join(" and ", conditions)} order by id desc limit @Limit";
        return database.ReadAsync<IReadOnlyList<DeliveryRecord>>(
            async (connection, token) =>
                [.. (await connection.QueryAsync<DeliveryRow>(new CommandDefinition(sql, question, cancellationToken: token))).Select(row => row.ToRecord())],
            cancellationToken);
    }

    public Task<int> ReplayAsync(string? messageId, DateTimeOffset? failedSince, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            "update deliveries set status = 'waiting', reason = 'replayed', attempts = 0, due_at = @now, lease_until = null, counted_at = null, updated_at = @now, "
            + "expires_at = case when expires_at is null then null else @expires end where status = 'failed' "
            + (messageId is null ? "and updated_at >= @since" : "and message_id = @messageId"),
            new
            {
                messageId,
                since = UnixMilliseconds.From(failedSince),
                now = UnixMilliseconds.From(now),
                // Whoever sends a dead letter again means it to arrive.
                expires = UnixMilliseconds.From(now + TimeSpan.FromDays(3)),
            }),
        cancellationToken);

    /// <summary>Those that nobody else took since, and that nobody stopped.</summary>
    private static async Task<HashSet<long>> HeldAsync(SqlTransaction transaction, IReadOnlyList<DueMessage> messages)
    {
        var rows = await transaction.QueryAsync<DeliveryRow>(
            $"select {DeliveryRow.Columns} from deliveries where id in @ids and status in ('waiting', 'sending') {transaction.Dialect.ForUpdate}",
            new { ids = messages.Select(message => message.Id) });
        var leases = messages.ToDictionary(message => message.Id, message => UnixMilliseconds.From(message.LeaseUntil));
        return [.. rows.Where(row => row.LeaseUntil == leases[row.Id]).Select(row => row.Id)];
    }

    private static Dictionary<string, List<PastSend>> ByPerson(IEnumerable<SendRow> rows) => rows.GroupBy(row => row.PersonId, StringComparer.Ordinal).ToDictionary(
        group => group.Key,
        group => group.Select(row => new PastSend(UnixMilliseconds.Read(row.CountedAt), row.Channel ?? "", row.Topic, row.Priority, row.MessageId)).ToList(),
        StringComparer.Ordinal);

    private sealed record SendRow
    {
        public required string MessageId { get; init; }
        public required string PersonId { get; init; }
        public string? Channel { get; init; }
        public string? Topic { get; init; }
        public int Priority { get; init; }
        public long CountedAt { get; init; }
    }
}
