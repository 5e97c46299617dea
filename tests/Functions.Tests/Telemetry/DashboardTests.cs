using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PersonalizationEngine.Functions.Tests.Telemetry;

/// <summary>The dashboard asks for metrics that an engine shows, and the page on observability names all it shows.</summary>
public sealed partial class DashboardTests(MetricsEngine engine)
{
    /// <summary>What takes an hour, a fault or another system to come about; their names stand in the page, which is held against the code.</summary>
    private static readonly string[] NotInThisRun =
    [
        "personalization_sync_duration_seconds", "personalization_sync_rows_total", "personalization_sync_watermark_age_seconds",
        "personalization_rescore_duration_seconds", "personalization_rescore_people_total", "personalization_delivery_stuck_runs_total",
        "personalization_message_requests_lost_total", "personalization_receipts_dropped_total", "personalization_news_lost_total",
        "personalization_retention_purged_total", "personalization_identity_refused_total", "personalization_delivery_events_total",
    ];

    /// <summary>What comes by a timer, once a minute: the run that plans messages comes before the one that hands them over or gives them up.</summary>
    private static readonly string[] ByTimers =
        ["personalization_durable_backlog", "personalization_messages_handed_over_total", "personalization_deliveries_total"];

    private static string Root { get; } = FindRoot();

    [Fact]
    public async Task Dashboard_EveryMetric_IsShown()
    {
        var shown = (await ReadAllAsync()).Types.Keys;
        var asked = Expressions(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Root, "dashboards", "grafana", "personalization-engine.json"), TestContext.Current.CancellationToken))!)
            .SelectMany(expression => Metric().Matches(expression).Select(match => Suffix().Replace(match.Value, "")))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Contains("personalization_decision_duration_seconds", asked);
        Assert.Empty(asked.Except(shown).Except(NotInThisRun));
    }

    [Fact]
    public async Task ObservabilityPage_NamesInPrometheus_AreThoseThatAreShown()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Root, "docs", "observability.md"), TestContext.Current.CancellationToken);
        var written = InPrometheus().Matches(page).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var shown = (await ReadAllAsync()).Types.Keys.Where(name => name.StartsWith("personalization_", StringComparison.Ordinal)).ToList();

        Assert.Empty(shown.Except(written));
        Assert.Empty(written.Except(shown).Except(NotInThisRun));
    }

    private async Task<ExpositionText> ReadAllAsync()
    {
        for (var tries = 0; ; tries++)
        {
            var read = await engine.ReadAsync();
            if (ByTimers.All(read.Types.ContainsKey)) return read;
            Assert.True(tries < 100, string.Join('\n', read.Names));
            await Task.Delay(1000, TestContext.Current.CancellationToken);
        }
    }

    private static IEnumerable<string> Expressions(JsonNode node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => field is { Key: "expr" or "definition", Value: JsonValue text } ? [(string)text!] : field.Value is null ? [] : Expressions(field.Value)),
        JsonArray entries => entries.SelectMany(entry => entry is null ? [] : Expressions(entry)),
        _ => [],
    };

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "global.json"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex(@"\b(personalization|http_server|dotnet)_[a-z0-9_]+")]
    private static partial Regex Metric();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"\| `(personalization_[a-z_]+)` \|")]
    private static partial Regex InPrometheus();
}
