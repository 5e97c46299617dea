namespace PersonalizationEngine.Adapters.Tests.Sqlite;

/// <summary>Sales and marketing tools read these tables under the names of the product requirements; ours come behind.</summary>
public sealed class RequirementTablesTests(SqliteStores stores)
{
    [Theory]
    [InlineData(
        "lead_scores",
        "id, user_id, score, segment, factors, calculated_at",
        "clamped")]
    [InlineData(
        "content_rules",
        "id, name, conditions, actions, priority, is_active, created_at, updated_at",
        "description, start_date, end_date, version, holdout")]
    [InlineData(
        "ab_experiments",
        "id, name, description, variants, traffic_allocation, status, start_date, end_date, created_at, updated_at",
        "experiment_key, seed, hash_version, targeting, version, design, measures")]
    public async Task Columns_OfATable_AreThoseOfTheRequirementsAndThenOurs(string table, string required, string ours)
    {
        await using var store = await stores.NewAsync();
        var columns = await store.RowsAsync<string>("select name from pragma_table_info(@table) order by cid", new { table });
        Assert.Equal($"{required}, {ours}", string.Join(", ", columns));
    }

    [Fact]
    public async Task Tables_OfTheNewestSchema_AreThese()
    {
        await using var store = await stores.NewAsync();
        Assert.Equal(
            "ab_experiments, access_keys, assignments, audit, campaign_runs, campaigns, consent_words, consents, content_rules, conversions, decision_minutes, decision_playbooks, "
            + "decision_receipts, definition_drafts, definition_versions, deliveries, digest_windows, erased_ids, erasures, events, experiment_stops, "
            + "experiment_weights, exposures, feedback, idempotency_keys, identities, identity_links, inbox, inbox_messages, items, job_leases, lead_scores, merge_rows, "
            + "merges, message_templates, model_scores, outbox, people, push_tokens, recommender_models, refused_events, refused_links, rule_exposures, saved_groups, "
            + "score_crossings, scoring_models, segment_sizes, segments, suppressions, sync_positions, synced_records, tombstone_gate, topic_choices, watermarks, webhook_attempts, webhook_endpoints, webhook_messages",
            string.Join(", ", await store.RowsAsync<string>(
                "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'VersionInfo' order by name")));
    }
}
