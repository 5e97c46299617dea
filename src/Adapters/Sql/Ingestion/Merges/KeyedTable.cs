namespace PersonalizationEngine.Adapters.Sql.Ingestion.Merges;

/// <summary>A table of which a person has at most one row for each key, so that two people's rows may meet in a merge.</summary>
/// <param name="Keys">Beside the person.</param>
internal sealed record KeyedTable(string Name, IReadOnlyList<string> Keys)
{
    /// <summary>All but consents, which are planned.</summary>
    public static readonly IReadOnlyList<KeyedTable> OfStore =
    [
        new("exposures", ["experiment_id", "variant"]),
        new("assignments", ["experiment_id", "bucket_version"]),
        new("rule_exposures", ["rule_id", "held_out"]),
        new("outbox", ["rule_id", "channel", "period"]),
        new("model_scores", ["model_id"]),
        new("topic_choices", ["topic", "channel"]),
        new("push_tokens", ["token"]),
        new("suppressions", ["channel", "address"]),
    ];

    /// <summary>Tables whose rows are moved as they are, and told apart by their numbers.</summary>
    public static readonly IReadOnlyList<(string Name, string Person)> Numbered =
        [("events", "person_id"), ("feedback", "person_id"), ("conversions", "person_id"), ("deliveries", "person_id"), ("lead_scores", "user_id"), ("score_crossings", "person_id"), ("inbox_messages", "person_id")];
}
