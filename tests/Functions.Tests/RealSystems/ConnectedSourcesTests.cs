using System.Diagnostics;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.RealSystems;

/// <summary>A site that sends no webhook: behaviour stands in Rybbit's ClickHouse, customers in the CDP's MySQL, and timers bring both in.</summary>
public sealed class ConnectedSourcesTests(RealServers servers)
{
    private const string Events = """
        create table events (
            site_id UInt16, timestamp DateTime('UTC'), timestamp_ms DateTime64(3, 'UTC'), session_id String, user_id String, identified_user_id String,
            hostname String, pathname String, querystring String, url_parameters Map(String, String), page_title String, referrer String,
            channel String, browser LowCardinality(String), browser_version LowCardinality(String), operating_system LowCardinality(String),
            operating_system_version LowCardinality(String), language LowCardinality(String), country LowCardinality(FixedString(2)),
            region LowCardinality(String), city String, lat Float64, lon Float64, screen_width UInt16, screen_height UInt16,
            device_type LowCardinality(String), type LowCardinality(String), event_name String, props JSON, import_id Nullable(UUID),
            tag LowCardinality(String), is_datacenter_asn UInt8)
        engine = MergeTree partition by toYYYYMM(timestamp) order by (site_id, timestamp)
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    [Fact]
    public async Task Timers_BringBehaviourAndCustomersTogether()
    {
        FullTests.Require("two minutes");
        var (clickHouse, mariaDb) = (await servers.ClickHouseAsync(), await servers.MariaDbAsync());
        var (site, cdp, store) = (await clickHouse.CreateDatabaseAsync(), await mariaDb.CreateDatabaseAsync(), await mariaDb.CreateDatabaseAsync());
        await clickHouse.ExecuteAsync(site, Events);
        await clickHouse.ExecuteAsync(site, """
            insert into events (site_id, timestamp, timestamp_ms, session_id, user_id, identified_user_id, pathname, type, country, language, device_type)
            select 1, now('UTC') - 600 + number * 60, toDateTime64(now('UTC') - 600 + number * 60, 3, 'UTC'), 's', 'device', 'ada', ['/pricing', '/blog/one'][number + 1],
                'pageview', 'DE', 'de', 'Desktop' from numbers(2)
            """);
        await mariaDb.ExecuteAsync(cdp, "create table people_of_crm (nr varchar(40) primary key, mail varchar(200), changed datetime)");
        await mariaDb.ExecuteAsync(cdp, "insert into people_of_crm values ('ada', 'ada@example.org', utc_timestamp())");

        await using var engine = await EngineProcess.StartAsync(
            null, ("CLICKHOUSE_URL", clickHouse.UrlOf(site)), ("MYSQL_URL", mariaDb.UrlOf(cdp)), ("ENGINE_MYSQL_URL", mariaDb.UrlOf(store)),
            ("rybbit__lag_seconds", "0"), ("cdp__tables__customers__table", "people_of_crm"), ("cdp__tables__customers__columns__user_id", "nr"),
            ("cdp__tables__customers__columns__email", "mail"), ("cdp__tables__customers__updated_at", "changed"));
        await engine.Client.BecomeReadyAsync();
        await engine.Client.AddRuleAsync(Defined.Rule(
            new JsonObject { ["email"] = "ada@example.org", ["factors.pricing_page_visits"] = 1 }, Defined.Show("hero", "known by both")));

        var waited = Stopwatch.StartNew();
        while ((await engine.Client.SlotAsync("ada", "hero")).Content != "\"known by both\"")
        {
            Assert.True(waited.Elapsed < Patience, string.Join('\n', engine.Output));
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        // Two page views at 0.5, a pricing visit at 3, and one minute on the site.
        Assert.Equal(5m, (decimal)(await engine.Client.PersonalizeAsync("ada"))["score"]!);
        var ready = (await engine.Client.GetAsync("/api/v1/health/ready")).AssertOk();
        Assert.Equal("rybbit v2", (string?)ready.Json["dependencies"]!["clickhouse"]!["detail"]);
        Assert.DoesNotContain("root", ready.Body, StringComparison.Ordinal);
    }
}
