using PersonalizationEngine.Adapters.Sql.Retention;
using PersonalizationEngine.Adapters.Tests.Sql.Decisions;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Retention;

namespace PersonalizationEngine.Adapters.Tests.Sql.Retention;

public abstract class RetentionContract(IStores stores) : StoreContract(stores)
{
    public static TheoryData<RetainedKind> Kinds { get; } = [.. Enum.GetValues<RetainedKind>()];

    private decimal _score;

    private IRetentionStore Retention => Store.Get<IRetentionStore>();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task PurgeAsync_EmptyStore_DeletesNothing(RetainedKind kind) =>
        Assert.Equal(0, await Retention.PurgeAsync(kind, Now, 10, Ending));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task PurgeAsync_RowsAroundTheEdge_DeletesOnlyTheOlderOnes(RetainedKind kind)
    {
        int[] milliseconds = [-1000, -1, 0, 1];
        foreach (var offset in milliseconds) await AddAsync(kind, Now.AddMilliseconds(offset));
        await AddAsync(kind, Now.AddDays(1));

        Assert.Equal(2, await Retention.PurgeAsync(kind, Now, 10, Ending));
        Assert.Equal(3, await Store.CountAsync(TableOf(kind)));
        Assert.Equal(0, await Retention.PurgeAsync(kind, Now, 10, Ending));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task PurgeAsync_MoreThanASlice_GoesOnWhereItStopped(RetainedKind kind)
    {
        for (var hour = 0; hour < 7; hour++) await AddAsync(kind, Now.AddDays(-2).AddHours(hour));
        await AddAsync(kind, Now);

        var slices = new List<int>();
        do
        {
            slices.Add(await Retention.PurgeAsync(kind, Now.AddDays(-1), 3, Ending));
        }
        while (slices[^1] == 3);

        Assert.Equal([3, 3, 1], slices);
        Assert.Equal(1, await Store.CountAsync(TableOf(kind)));
    }

    [Fact]
    public async Task PurgeAsync_LastScoreOfAPerson_StaysHoweverOldItIs()
    {
        foreach (var (person, score) in new[] { ("p", 1m), ("p", 2m), ("q", 3m) })
            await Store.Get<ILeadScores>().SaveAsync([Scores.Of(person, score, at: Now.AddYears(-1))], Ending);

        Assert.Equal(1, await Retention.PurgeAsync(RetainedKind.ScoreHistory, Now, 10, Ending));
        Assert.Equal([2m, 3m], await Store.RowsAsync<decimal>("select score from lead_scores order by id"));
    }

    [Fact]
    public async Task PurgeAsync_OldEventThatCameLate_StaysUntilItsArrivalIsOldToo()
    {
        await Store.WriteAsync(Facts.Of(Facts.Visit("p", Now.AddYears(-1))));
        Assert.Equal(0, await Retention.PurgeAsync(RetainedKind.Events, Now, 10, Ending));
        Assert.Equal(1, await Retention.PurgeAsync(RetainedKind.Events, Now.AddMilliseconds(1), 10, Ending));
    }

    [Fact]
    public async Task PurgeAsync_IdOfAnEventForgotten_CountsAgain()
    {
        await AddAsync(RetainedKind.EventIds, Now.AddDays(-1));
        await Retention.PurgeAsync(RetainedKind.EventIds, Now, 10, Ending);
        Assert.Empty((await Store.AskAsync(Facts.Ask(default, await Store.RowsAsync<string>("select event_id from inbox")))).KnownEventIds);
    }

    private async Task AddAsync(RetainedKind kind, DateTimeOffset at)
    {
        var id = $"{at.ToUnixTimeMilliseconds()}";
        Store.Time.AdjustTime(at);
        await (kind switch
        {
            RetainedKind.Events => Store.WriteAsync(Facts.Of(Facts.Visit("p", at))),
            RetainedKind.EventIds => Store.WriteAsync(Facts.Nothing with { EventIds = [id] }),
            RetainedKind.RefusedEvents => Store.Get<IIngestionStore>().ApplyAsync(
                Facts.AskNothing, _ => Facts.Nothing, [Facts.Refused(id) with { ReceivedAt = at }], Ending),
            RetainedKind.Feedback => Store.Get<IFeedbackStore>().SaveAsync([Reports.Impression(id) with { OccurredAt = at }], [], at, Ending),
            RetainedKind.Decisions => Store.Get<IKeptDecisions>().SaveAsync([Kept.Of("p", id, at)], Ending),
            RetainedKind.Playbooks => Store.Get<IKeptDecisions>().SaveAsync([Kept.Of("p", id, at, playbook: at.ToUnixTimeMilliseconds())], Ending),
            RetainedKind.ScoreHistory => Store.Get<ILeadScores>().SaveAsync([Scores.Of("p", ++_score, at: at)], Ending),
            RetainedKind.Exposures => Store.Get<IExposureStore>().SaveAsync([new Exposure(1, id, "a", at) { IsKept = false }], [], Ending),
            RetainedKind.Assignments => Store.Get<IExposureStore>().SaveAsync([new Exposure(1, id, "a", at)], [], Ending),
            RetainedKind.RuleExposures => Store.Get<IRuleExposures>().SaveAsync([new RuleExposure(1, id, false, at)], Ending),
            RetainedKind.Conversions => Store.WriteAsync(Facts.Nothing with { Conversions = [Facts.Conversion(id, 1) with { OccurredAt = at }] }),
            RetainedKind.MessageRequests => Store.Get<IExposureStore>().SaveAsync([], [new MessageRequest(1, id, "email", "t", 1, at)], Ending),
            RetainedKind.Crossings => InsertAsync(
                "insert into score_crossings (crossing_id, model_id, model_version, person_id, segment, is_up, sequence, score, crossed_at, noted_at) "
                + $"values ('{id}', 1, 1, 'p', 'hot_lead', 1, 1, 50, {at.ToUnixTimeMilliseconds()}, {at.ToUnixTimeMilliseconds()})"),
            RetainedKind.RefusedLinks => InsertAsync(
                "insert into refused_links (known_id, alias, reason, times, first_at, last_at) "
                + $"values ('{id}', 'a', 'blocked_id', 1, {at.ToUnixTimeMilliseconds()}, {at.ToUnixTimeMilliseconds()})"),
            RetainedKind.DigestWindows => InsertAsync(
                $"insert into digest_windows (person_id, topic, window_number, starts_at, ends_at, message_id) values ('p{id}', 'news', 1, 0, {at.ToUnixTimeMilliseconds()}, '{id}')"),
            RetainedKind.InboxMessages => InsertAsync(
                $"insert into inbox_messages (message_id, person_id, content, priority, created_at) values ('{id}', 'p', '{{}}', 50, {at.ToUnixTimeMilliseconds()})"),
            RetainedKind.WebhookMessages => InsertAsync(
                "insert into webhook_messages (endpoint_id, event_id, event_type, message_id, payload, status, attempts, created_at, updated_at) "
                + $"values (1, '{id}', 'score.crossed', 'msg_{id}', '{{}}', 'delivered', 1, 0, {at.ToUnixTimeMilliseconds()})"),
            RetainedKind.WebhookAttempts => InsertAsync(
                $"insert into webhook_attempts (webhook_message_id, endpoint_id, attempted_at, took_ms) values (1, 1, {at.ToUnixTimeMilliseconds()}, 5)"),
            RetainedKind.DecisionMinutes => InsertAsync(
                "insert into decision_minutes (span_minutes, starts_at, process, degraded, strangers, held_out, fallbacks, requests, failed, lost_exposures, latency) "
                + $"values (1, {at.ToUnixTimeMilliseconds()}, 'p', 0, 0, 0, 0, 0, 0, 0, '5:1')"),
            RetainedKind.SegmentSizes => InsertAsync(
                $"insert into segment_sizes (day, segment, people, counted_at) values ({at.ToUnixTimeMilliseconds()}, 'hot_lead', 1, {at.ToUnixTimeMilliseconds()})"),
            RetainedKind.IdempotencyKeys => Store.Get<IIdempotencyKeys>().TakeAsync(id, "r", "h", at, at, Ending),
            RetainedKind.Deliveries => InsertAsync(
                "insert into deliveries (message_id, source, source_id, occurrence, chunk, person_id, template, priority, channel, status, attempts, due_at, created_at, updated_at) "
                + $"values ('msg_{at.ToUnixTimeMilliseconds()}', 'rule', 1, 0, 0, 'p', 'hello', 50, 'email', 'sent', 1, 0, 0, {at.ToUnixTimeMilliseconds()})"),
            _ => Store.Get<IAudit>().WriteAsync(new AuditEntry(at, "anna", "a", id, "changed"), Ending),
        });
    }

    private Task<int> InsertAsync(string sql) => Store.Database.WriteAsync(transaction => transaction.ExecuteAsync(sql), Ending);

    private static string TableOf(RetainedKind kind) => RetainedTables.Of(kind).Name;
}
