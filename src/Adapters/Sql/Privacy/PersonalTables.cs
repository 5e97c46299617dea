namespace PersonalizationEngine.Adapters.Sql.Privacy;

/// <summary>
/// Every table of the schema: what it holds about people, or why that is nothing. A table that is in neither list fails the
/// tests. The export has a section for each of the first, the erasure empties each.
/// </summary>
public static class PersonalTables
{
    public static IReadOnlyList<PersonalTable> All { get; } =
    [
        new("people", "person_id"),
        new("identities", "identity") { People = ["person_id", "identity"] },
        new("consents", "person_id", "purpose"),
        new("events", "id") { Alias = "identity", CameAsEvents = true },
        new("lead_scores", "id") { People = ["user_id"] },
        new("exposures", "experiment_id", "person_id", "variant"),
        new("assignments", "person_id", "experiment_id", "bucket_version"),
        new("rule_exposures", "rule_id", "person_id", "held_out"),
        new("feedback", "id"),
        new("conversions", "id") { Alias = "identity", CameAsEvents = true },
        new("outbox", "id"),
        new("deliveries", "id"),
        new("topic_choices", "person_id", "topic", "channel"),
        new("suppressions", "channel", "address") { Treatment = Treatment.Hashes },
        new("push_tokens", "token"),
        new("inbox_messages", "id"),
        new("digest_windows", "person_id", "topic", "window_number"),
        new("webhook_messages", "id"),
        new("refused_events", "id") { People = [], Texts = ["payload", "event_key", "field", "reason"] },
        new("inbox", "source", "event_id") { People = [], Texts = ["event_id"] },
        new("synced_records", "source", "record_id") { People = [], Texts = ["record_id"] },
        new("sync_positions", "name") { People = [], Texts = ["position"], Treatment = Treatment.Positions },
        new("decision_receipts", "decision_key"),
        new("model_scores", "model_id", "person_id"),
        new("score_crossings", "id"),
        new("consent_words", "identity", "purpose") { People = ["identity"] },
        new("identity_links", "identity", "known_id") { People = ["identity", "known_id"] },
        new("refused_links", "id") { People = ["known_id", "alias"] },
        // Answers to requests, of which the sender's own key is not among what is kept.
        new("idempotency_keys", "key_hash") { People = [], Texts = ["headers", "body"] },
        // Before the merges, by which they are found.
        new("merge_rows", "merge_id", "kind", "row_id") { About = "merge_id in (select id from merges where from_person in @list or to_person in @list)" },
        new("merges", "id") { People = ["from_person", "to_person"] },
        new("audit", "id") { People = [], Texts = ["subject", "details", "reason", "document_before", "document_after"], Treatment = Treatment.Pseudonyms },
    ];

    /// <summary>Tables that hold nothing about anybody, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Impersonal { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["content_rules"] = "what marketers wrote",
        ["ab_experiments"] = "what marketers wrote",
        ["saved_groups"] = "what marketers wrote; members they name by id are theirs to take out",
        ["segments"] = "what marketers wrote",
        ["campaigns"] = "what marketers wrote",
        ["campaign_runs"] = "what marketers wrote, counts, and how far the run has come",
        ["message_templates"] = "what marketers wrote",
        ["webhook_endpoints"] = "addresses of customers' systems, and what is signed for them with",
        ["webhook_attempts"] = "times and codes",
        ["scoring_models"] = "what marketers wrote",
        ["definition_versions"] = "what marketers wrote, when, and with which key",
        ["definition_drafts"] = "what marketers wrote",
        ["experiment_weights"] = "shares of variants",
        ["experiment_stops"] = "counts of people",
        ["decision_playbooks"] = "which versions of what marketers wrote were in force",
        ["decision_minutes"] = "counts of decisions, and names of processes",
        ["segment_sizes"] = "counts of people",
        ["items"] = "the catalogue",
        ["recommender_models"] = "items beside items; people are in none of its formats",
        ["watermarks"] = "numbers",
        ["job_leases"] = "names of processes",
        ["access_keys"] = "names of those who work with the engine, their roles, and hashes of their keys",
        ["write_locks"] = "numbers",
        ["erasures"] = "counts, a pseudonym, and ids that are sealed until the erasure is through",
        ["erased_ids"] = "keyed hashes",
        ["tombstone_gate"] = "a number",
    };
}
