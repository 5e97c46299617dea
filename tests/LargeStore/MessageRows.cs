using static PersonalizationEngine.LargeStore.Series;

namespace PersonalizationEngine.LargeStore;

/// <summary>Campaigns that were sent, one that is paused in the middle, and what became of each message.</summary>
internal static class MessageRows
{
    private const string Columns =
        "message_id, source, source_id, occurrence, chunk, person_id, template, priority, status, reason, channel, provider, attempts, "
        + "due_at, created_at, updated_at, sent_at, delivered_at, opened_at, clicked_at";

    /// <summary>The last campaign is the paused one: a fifth of its messages waits.</summary>
    private static readonly string Status =
        $"case when campaign = {StoreSize.Campaigns} and i % 25 < 5 then 'waiting' when i % 20 = 7 then 'suppressed' when i % 50 = 11 then 'failed' else 'sent' end";

    private static readonly string Deliveries =
        $"""
        with recursive numbers(i) as (select 0 union all select i + 1 from numbers where i + 1 < @people)
        insert into deliveries ({Columns})
        select printf('msg_%032x', i), 'campaign', campaign, 0, i / {StoreSize.Campaigns} / 100, {Person("i")}, 'template-' || (campaign - 1), 50, status,
          case status when 'suppressed' then 'no_consent' when 'failed' then 'refused' end, case when status in ('sent', 'failed') then 'email' end,
          case when status in ('sent', 'failed') then 'email_webhook' end, status in ('sent', 'failed'),
          case when status = 'waiting' then @now + 20 * {Day} else at end, at, at, case when status = 'sent' then at end,
          case when status = 'sent' then at + 60000 end, case when status = 'sent' and i % 3 = 0 then at + 600000 end,
          case when status = 'sent' and i % 12 = 0 then at + 700000 end
        from (select i, campaign, at, {Status} status from (
          select i, 1 + i % {StoreSize.Campaigns} campaign, @now - (1 + i % {StoreSize.Campaigns}) * 3 * {Day} + i at from numbers))
        """;

    private static readonly string Runs =
        $"""
        insert into campaign_runs (campaign_id, occurrence, status, definition, campaign_version, people, chunks, snapshot_after, started_by,
          due_at, started_at, finished_at, updated_at)
        select id, 0, case id when {StoreSize.Campaigns} then 'paused' else 'completed' end, definition, 1, @people / {StoreSize.Campaigns},
          @people / {StoreSize.Campaigns} / 100, '', 'marketer', @now - id * 3 * {Day}, @now - id * 3 * {Day},
          case id when {StoreSize.Campaigns} then null else @now - id * 3 * {Day} + 3600000 end, @now - id * 3 * {Day} + 3600000
        from campaigns
        """;

    public static readonly string[] All =
    [
        Deliveries,
        Runs,
        Insert(
            "deliveries", "message_id, source, source_id, occurrence, chunk, person_id, template, priority, status, channel, provider, attempts, due_at, created_at, updated_at, sent_at",
            "300", $"printf('msg_b%031x', i), 'rule', 1, i, 0, {Person("0")}, 'template-1', 50, 'sent', 'email', 'email_webhook', 1, {Busy}, {Busy}, {Busy}, {Busy}"),
        Insert(
            "suppressions", "channel, address, reason, person_id, source, created_at", "@people / 50",
            $"'email', 'person' || (i * 50) || '@example.com', case i % 2 when 0 then 'bounced' else 'unsubscribed' end, {Person("i * 50")}, 'provider', @now - i * 1000"),
        Insert(
            "inbox_messages", "message_id, person_id, content, priority, created_at", "@people / 5",
            $$$"""printf('msg_i%031x', i), {{{Person("i * 5")}}}, '{"text":"Something new.","subject":"Hello","data":{},"headers":{}}', 50, @now - i * 1000"""),
        Insert(
            "push_tokens", "token, person_id, platform, registered_at, seen_at", "@people / 10",
            $"'token-' || i, {Person("i * 10")}, 'web', @now - {Day}, @now - i * 1000"),
    ];

    private const string Busy = "@now - 5 * 86400000 + i * 1000000";
}
