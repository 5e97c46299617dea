using static PersonalizationEngine.LargeStore.Series;

namespace PersonalizationEngine.LargeStore;

/// <summary>What ops look at: who did what, what was refused, and which ids were joined.</summary>
internal static class CareRows
{
    public static readonly string[] All =
    [
        Insert(
            "audit", "happened_at, actor, action, subject, details, kind", "@people / 2",
            $"@now - (@people / 2 - i) * 10000, case i % 3 when 0 then 'ingestion' else 'editor-' || (i % 7) end, case i % 2 when 0 then 'person.merged' else 'changed' end, "
            + $$"""case i % 2 when 0 then {{Person("i")}} else '' || (1 + i % 30) end, '{"from":"a","because":"b"}', case i % 2 when 0 then 'person' else 'content_rules' end"""),
        Insert(
            "refused_events", "source, event_key, payload, field, reason, received_at", "@people / 20",
            """'rybbit', 'refused#' || i, '{"type":"pageview","site_id":"1"}', 'user_id', 'is required', @now - i * 60000"""),
        Insert(
            "merges", "merged_at, from_person, to_person, because, source, event_id, last_event, last_conversion", "@people / 50",
            $"@now - i * 60000, printf('%032x', i + 9000000), {Person("case when i < 20 then 0 else i end")}, printf('%032x', i + 9000000), 'rybbit', 'merge#' || i, 0, 0"),
        Insert(
            "refused_links", "known_id, alias, reason, times, first_at, last_at", "@people / 100",
            $"{Person("i * 100")}, 'shared-device-' || i, 'too_many_people', 3, @now - {Day}, @now"),
    ];
}
