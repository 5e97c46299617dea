using PersonalizationEngine.Engine.Retention;

namespace PersonalizationEngine.Adapters.Sql.Retention;

/// <summary>Every table of the schema: when its rows go, or why they stay. A table that is in neither list fails the tests.</summary>
public static class RetainedTables
{
    private const string NotTheNewest = "exists (select 1 from lead_scores later where later.user_id = lead_scores.user_id and later.id > lead_scores.id)";

    public static IReadOnlyList<RetainedTable> Purged { get; } =
    [
        new(RetainedKind.Events, "events", "occurred_at < @before and received_at < @before", "id"),
        new(RetainedKind.EventIds, "inbox", "received_at < @before", "source", "event_id"),
        new(RetainedKind.RefusedEvents, "refused_events", "received_at < @before", "id"),
        new(RetainedKind.Feedback, "feedback", "occurred_at < @before", "id"),
        new(RetainedKind.ScoreHistory, "lead_scores", $"calculated_at < @beforeDate and {NotTheNewest}", "id"),
        new(RetainedKind.Crossings, "score_crossings", "noted_at < @before", "id"),
        new(RetainedKind.RefusedLinks, "refused_links", "last_at < @before", "id"),
        new(RetainedKind.Exposures, "exposures", "exposed_at < @before", "experiment_id", "person_id", "variant"),
        new(RetainedKind.Assignments, "assignments", "assigned_at < @before", "person_id", "experiment_id", "bucket_version"),
        new(RetainedKind.RuleExposures, "rule_exposures", "first_at < @before", "rule_id", "person_id", "held_out"),
        new(RetainedKind.Conversions, "conversions", "occurred_at < @before", "id"),
        new(RetainedKind.MessageRequests, "outbox", "requested_at < @before", "id"),
        new(RetainedKind.Deliveries, "deliveries", "updated_at < @before and status not in ('waiting', 'sending')", "id"),
        new(RetainedKind.WebhookAttempts, "webhook_attempts", "attempted_at < @before", "id"),
        new(RetainedKind.WebhookMessages, "webhook_messages", "updated_at < @before and status <> 'waiting'", "id"),
        new(RetainedKind.InboxMessages, "inbox_messages", "created_at < @before", "id"),
        new(RetainedKind.DigestWindows, "digest_windows", "ends_at < @before", "person_id", "topic", "window_number"),
        new(RetainedKind.Decisions, "decision_receipts", "decided_at < @before", "decision_key"),
        new(RetainedKind.Playbooks, "decision_playbooks", "kept_at < @before", "fingerprint"),
        new(RetainedKind.IdempotencyKeys, "idempotency_keys", "expires_at < @before", "key_hash"),
        new(RetainedKind.DecisionMinutes, "decision_minutes", "starts_at < @before", "span_minutes", "starts_at", "process"),
        new(RetainedKind.SegmentSizes, "segment_sizes", "day < @before", "day", "segment"),
        new(RetainedKind.Audit, "audit", "happened_at < @before", "id"),
    ];

    /// <summary>Tables whose rows stay, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Kept { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["people"] = "until they are erased, or inactive for longer than retention.inactive_people_days",
        ["identities"] = "as long as their people",
        ["consents"] = "as long as their people: a consent must be provable for as long as it is used",
        ["synced_records"] = "as long as the CDP's own rows, whose number bounds theirs",
        ["sync_positions"] = "a row for each source",
        ["content_rules"] = "until somebody deletes them",
        ["ab_experiments"] = "until somebody deletes them",
        ["saved_groups"] = "until somebody deletes them",
        ["segments"] = "until somebody deletes them",
        ["campaigns"] = "until somebody deletes them",
        ["campaign_runs"] = "one for each time a campaign is sent",
        ["message_templates"] = "until somebody deletes them",
        ["webhook_endpoints"] = "until somebody deletes them",
        ["topic_choices"] = "as long as their people",
        ["suppressions"] = "until they end, or somebody lifts them: who must not be written to must stay known",
        ["push_tokens"] = "until the provider says that they are gone",
        ["scoring_models"] = "until somebody deletes them",
        ["model_scores"] = "one for each person and model, as long as both",
        ["consent_words"] = "as long as their people, likewise",
        ["identity_links"] = "one for each device and each who logged in on it",
        ["merges"] = "as long as their people: a merge can be undone at any time",
        ["merge_rows"] = "as long as their merges",
        ["definition_versions"] = "a row for each change somebody made, by which decisions of then are explained",
        ["definition_drafts"] = "one for each definition at most",
        ["experiment_weights"] = "a row for each change of a bandit's weights, which its results are reckoned by",
        ["experiment_stops"] = "a row for each stop",
        ["items"] = "deleted ones stay as hidden: what only interactions tell of would be recommended",
        ["recommender_models"] = "the newest three",
        ["watermarks"] = "a row for each number",
        ["job_leases"] = "a row for each job",
        ["write_locks"] = "as many as there are",
        ["access_keys"] = "revoked ones stay, so that their names are not given to somebody else: the audit goes by them",
        ["erasures"] = "proof that somebody was erased, without who it was",
        ["erased_ids"] = "as long as the people shall stay out",
        ["tombstone_gate"] = "one row",
    };

    public static RetainedTable Of(RetainedKind kind) => Purged.Single(table => table.Kind == kind);
}
