namespace PersonalizationEngine.Adapters.Tests.ClickHouse;

/// <summary>The table as Rybbit 1.3 made it, and the columns that later versions added one by one.</summary>
internal static class RybbitTables
{
    private const string First = """
        create table events (
          site_id UInt16, timestamp DateTime, session_id String, user_id String, hostname String, pathname String, querystring String,
          url_parameters Map(String, String), page_title String, referrer String, channel String,
          browser LowCardinality(String), browser_version LowCardinality(String),
          operating_system LowCardinality(String), operating_system_version LowCardinality(String), language LowCardinality(String),
          country LowCardinality(FixedString(2)), region LowCardinality(String), city String, lat Float64, lon Float64,
          screen_width UInt16, screen_height UInt16, device_type LowCardinality(String),
          type LowCardinality(String) default 'pageview', event_name String, props JSON,
          lcp Nullable(Float64), cls Nullable(Float64), inp Nullable(Float64), fcp Nullable(Float64), ttfb Nullable(Float64))
        engine = MergeTree partition by toYYYYMM(timestamp) order by (site_id, timestamp)
        """;

    private static readonly string[] Added =
    [
        "ip Nullable(String)", "timezone LowCardinality(String) default ''", "identified_user_id String default ''",
        "import_id Nullable(UUID)", "tag LowCardinality(String) default ''", "feature_flags Map(String, String) default map()",
        "asn Nullable(UInt32)", "asn_org LowCardinality(String)", "is_datacenter_asn UInt8",
        "app_version LowCardinality(String)", "device_model LowCardinality(String)",
        "timestamp_ms DateTime64(3, 'UTC') default toDateTime64(timestamp, 3)",
    ];

    public static IEnumerable<string> Of(Generation generation)
    {
        yield return First;
        if (generation == Generation.First) yield break;
        yield return "alter table events modify column timestamp DateTime('UTC')";
        foreach (var column in Added) yield return $"alter table events add column if not exists {column}";
    }
}
