using System.Globalization;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.RealSystems.Rescoring;

/// <summary>A site in Rybbit's second generation, made inside ClickHouse: people with sessions over 30 days.</summary>
internal static class Site
{
    private const string Table = """
        create table events (
            site_id UInt16, timestamp DateTime('UTC'), timestamp_ms DateTime64(3, 'UTC'), session_id String, user_id String,
            identified_user_id String, hostname String, pathname String, querystring String, url_parameters Map(String, String),
            page_title String, referrer String, channel String, browser LowCardinality(String), browser_version LowCardinality(String),
            operating_system LowCardinality(String), operating_system_version LowCardinality(String), language LowCardinality(String),
            country LowCardinality(FixedString(2)), region LowCardinality(String), city String, lat Float64, lon Float64,
            screen_width UInt16, screen_height UInt16, device_type LowCardinality(String), type LowCardinality(String),
            event_name String, props String, import_id Nullable(UUID), tag LowCardinality(String), is_datacenter_asn UInt8)
        engine = MergeTree partition by toYYYYMM(timestamp) order by (site_id, timestamp)
        """;

    /// <summary>When everybody sees one more page, after all else.</summary>
    public static readonly TimeSpan LaterVisit = TimeSpan.FromMinutes(10);

    /// <summary>Ten events a session, a minute apart; who has how many sessions is spread unevenly.</summary>
    public static async Task FillAsync(ClickHouseServer server, string database, int people, long events)
    {
        await server.ExecuteAsync(database, Table);
        await server.ExecuteAsync(database, string.Create(CultureInfo.InvariantCulture, $"""
            insert into events
            with
                intDiv(number, 10) as session,
                intHash32(session) as luck,
                if(luck % 3 = 0, luck % {people}, session % {people}) as person,
                toDateTime64(now('UTC'), 3, 'UTC') - toIntervalSecond(luck % 2500000 + 600) + toIntervalSecond((number % 10) * 60) as at
            select
                1, at, at, hex(sipHash64(session)), hex(sipHash64(person, 1)), if(person % 4 = 0, concat('customer-', toString(person)), ''),
                'example.org', multiIf(number % 37 = 0, '/pricing', number % 11 = 0, concat('/blog/', toString(luck % 300)), '/'), '', map(),
                '', '', 'Direct', 'Chrome', '140', 'Linux', '', 'en-GB', if(person % 50 = 0, '', 'DE'), '', '', 0, 0, 1440, 900, 'Desktop',
                multiIf(number % 53 = 0, 'form_submit', number % 101 = 0, 'custom_event', 'pageview'),
                if(number % 101 = 0 and number % 53 != 0, 'demo_request', ''), if(number % 53 = 0, '{"{\"formId\":\"contact\"}"}', '{"{}"}'),
                null, '', 0
            from numbers({events})
            """));
        await server.ExecuteAsync(database, string.Create(CultureInfo.InvariantCulture, $"""
            insert into events
            select * replace (now('UTC') + {LaterVisit.TotalSeconds} as timestamp, timestamp as timestamp_ms, concat('later-', session_id) as session_id,
                '/' as pathname, 'pageview' as type, '' as event_name)
            from events limit 1 by user_id, identified_user_id
            """));
        // Otherwise ClickHouse goes on merging what was inserted while it is asked.
        await server.ExecuteAsync(database, "optimize table events final");
    }
}
