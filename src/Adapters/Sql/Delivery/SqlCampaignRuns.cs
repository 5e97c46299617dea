using Dapper;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Delivery;

internal sealed class SqlCampaignRuns(SqlDatabase database, Tombstones tombstones) : ICampaignRuns
{
    private const string OfRun = "campaign_id = @CampaignId and occurrence = @Occurrence";

    private const string MessagesOfRun = "source = 'campaign' and source_id = @CampaignId and occurrence = @Occurrence";

    private const string Insert =
        "insert into campaign_runs (campaign_id, occurrence, status, definition, campaign_version, people, chunks, started_by, due_at, local_at, updated_at) "
        + "values (@campaign, @occurrence, @status, @definition, @version, 0, 0, @by, @due, @local, @now)";

    /// <summary>What was under way when a run was stopped and came back unsent, and what nobody will ever say the fate of.</summary>
    private const string Stop =
        "update deliveries set status = 'cancelled', reason = case when status = 'sending' then 'may_have_been_sent' else null end, counted_at = null, "
        + "lease_until = null, updated_at = @now where source = 'campaign' and status in ('waiting', 'sending') and (lease_until is null or lease_until <= @now) "
        + "and exists (select 1 from campaign_runs r where r.campaign_id = deliveries.source_id and r.occurrence = deliveries.occurrence and r.status = 'cancelled')";

    private const string Complete =
        "update campaign_runs set status = 'completed', finished_at = @now, updated_at = @now where status = 'running' and snapshot_after = '' "
        + "and not exists (select 1 from deliveries d where d.source = 'campaign' and d.source_id = campaign_runs.campaign_id "
        + "and d.occurrence = campaign_runs.occurrence and d.status in ('waiting', 'sending'))";

    private const string Counts =
        "select status, reason, channel, count(*) as messages, count(delivered_at) as delivered, count(opened_at) as opened, count(clicked_at) as clicked, "
        + $"count(bounced_at) as bounced, count(complained_at) as complained from deliveries where {MessagesOfRun} group by status, reason, channel order by status, reason, channel";

    public async Task<CampaignRun?> FindAsync(CampaignRunKey key, CancellationToken cancellationToken) =>
        await ReadAsync($"where {OfRun}", key, cancellationToken) is [var run, ..] ? run : null;

    public Task<IReadOnlyList<CampaignRun>> OfAsync(long campaignId, int limit, CancellationToken cancellationToken) =>
        ReadAsync("where campaign_id = @campaignId order by occurrence desc limit @limit", new { campaignId, limit }, cancellationToken);

    public Task<IReadOnlyList<CampaignRun>> WithStatusAsync(
        IReadOnlyCollection<string> statuses, DateTimeOffset? dueBefore, int limit, CancellationToken cancellationToken) => ReadAsync(
        $"where status in @statuses {(dueBefore is null ? "" : "and due_at <= @before ")}order by updated_at limit @limit",
        new { statuses, before = UnixMilliseconds.From(dueBefore), limit }, cancellationToken);

    public Task<CampaignRun?> AddAsync(CampaignRun run, IReadOnlyCollection<string> unless, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync<CampaignRun?>(
            async transaction =>
            {
                var campaign = run.Campaign.Id;
                await transaction.LockAsync([FormattableString.Invariant($"campaign {campaign}")]);
                if (await transaction.ScalarAsync<long>("select count(*) from campaign_runs where campaign_id = @campaign and status in @unless", new { campaign, unless }) > 0) return null;
                var occurrence = await transaction.ScalarAsync<long?>("select max(occurrence) from campaign_runs where campaign_id = @campaign", new { campaign }) + 1 ?? 0;
                await transaction.ExecuteAsync(Insert, RunRow.Parameters(run, occurrence, now));
                return run with { Occurrence = occurrence, UpdatedAt = now };
            },
            cancellationToken);

    public Task<bool> MoveAsync(
        CampaignRunKey key, IReadOnlyCollection<string> from, string to, string? reason, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction => await transaction.ExecuteAsync(
            "update campaign_runs set status = @to, reason = @reason, updated_at = @now, "
            + "started_at = case when @to = 'running' and started_at is null then @now else started_at end, "
            + "finished_at = case when @to in ('completed', 'cancelled') then @now else null end "
            + $"where {OfRun} and status in @from",
            new { key.CampaignId, key.Occurrence, to, reason, from, now = UnixMilliseconds.From(now) }) == 1,
        cancellationToken);

    public Task<CampaignRun> SnapshotAsync(AudiencePage page, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var key = page.Run;
            var run = (await transaction.QueryAsync<RunRow>($"select {RunRow.Columns} from campaign_runs where {OfRun} {transaction.Dialect.ForUpdate}", key))[0].ToRun();
            // Somebody else wrote this piece already, or stopped the campaign.
            if (run.SnapshotAfter != page.After || !run.IsOpen) return run;

            var erased = await tombstones.ErasedAmongAsync(transaction, page.Messages.Select(message => message.PersonId));
            await transaction.ExecuteAsync(
                transaction.Dialect.InsertIfAbsent("deliveries", DeliveryRow.Planned),
                page.Messages.Where(message => !erased.Contains(message.PersonId)).Select(DeliveryRow.Parameters));
            await transaction.ExecuteAsync(
                $"update campaign_runs set people = @People, chunks = @Chunks, snapshot_after = @Next, updated_at = @now where {OfRun}",
                new { page.People, page.Chunks, page.Next, key.CampaignId, key.Occurrence, now = UnixMilliseconds.From(now) });
            return run with { People = page.People, Chunks = page.Chunks, SnapshotAfter = page.Next, UpdatedAt = now };
        },
        cancellationToken);

    public Task<int> CancelMessagesAsync(CampaignRunKey key, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            $"update deliveries set status = 'cancelled', counted_at = null, updated_at = @now where {MessagesOfRun} and status = 'waiting'",
            new { key.CampaignId, key.Occurrence, now = UnixMilliseconds.From(now) }),
        cancellationToken);

    public Task<int> CompleteAsync(DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            await transaction.ExecuteAsync(Stop, new { now = UnixMilliseconds.From(now) });
            return await transaction.ExecuteAsync(Complete, new { now = UnixMilliseconds.From(now) });
        },
        cancellationToken);

    public Task<IReadOnlyList<RunCounts>> CountAsync(CampaignRunKey key, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<RunCounts>>(
        async (connection, token) =>
        [
            .. (await connection.QueryAsync<CountRow>(new CommandDefinition(Counts, key, cancellationToken: token))).Select(row => new RunCounts(
                row.Status, row.Reason, row.Channel, row.Messages, row.Delivered, row.Opened, row.Clicked, row.Bounced, row.Complained)),
        ],
        cancellationToken);

    private Task<IReadOnlyList<CampaignRun>> ReadAsync(string where, object parameters, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<CampaignRun>>(
        async (connection, token) =>
        [
            .. (await connection.QueryAsync<RunRow>(new CommandDefinition($"select {RunRow.Columns} from campaign_runs {where}", parameters, cancellationToken: token)))
                .Select(row => row.ToRun()),
        ],
        cancellationToken);

    private sealed record CountRow
    {
        public required string Status { get; init; }
        public string? Reason { get; init; }
        public string? Channel { get; init; }
        public long Messages { get; init; }
        public long Delivered { get; init; }
        public long Opened { get; init; }
        public long Clicked { get; init; }
        public long Bounced { get; init; }
        public long Complained { get; init; }
    }
}
