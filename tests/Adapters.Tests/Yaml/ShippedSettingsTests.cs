using System.Globalization;
using PersonalizationEngine.Adapters.Yaml;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Decisions;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Retention;
using PersonalizationEngine.Engine.Sync.Behaviour;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Adapters.Tests.Yaml;

/// <summary>The file that ships says what holds without it, so that deleting a line changes nothing.</summary>
public sealed class ShippedSettingsTests
{
    private readonly IReadOnlyDictionary<string, string?> _settings = YamlSettings.Read(FindFile(AppContext.BaseDirectory));

    [Fact]
    public void Sections_OfTheFile_AreThese() => Assert.Equal(
        ["scoring", "signals", "items", "recommendations", "rules", "experiments", "access", "consent", "identity", "slots", "decisions", "channels", "endpoints", "cache", "retention", "graphql", "rybbit", "cdp", "telemetry", "dashboard", "delivery"],
        _settings.Keys.Select(key => key.Split(':')[0]).Distinct());

    [Fact]
    public void Weights_OfEveryFactor_AreTheDefaults() => AssertSection(
        "scoring:weights", FactorNames.All.ToDictionary(factor => factor.Name(), factor => (double)ScoringModel.DefaultWeight(factor)));

    [Fact]
    public void Windows_OfEveryFactor_AreTheDefaults() => AssertSection(
        "scoring:windows_days", FactorNames.All.ToDictionary(factor => factor.Name(), factor => FactorWindows.DefaultOf(factor).TotalDays));

    [Fact]
    public void Thresholds_OfEverySegment_AreTheDefaults() => AssertSection("scoring:thresholds", new()
    {
        ["warm_lead"] = (double)SegmentThresholds.Default.Warm,
        ["hot_lead"] = (double)SegmentThresholds.Default.Hot,
        ["sales_ready"] = (double)SegmentThresholds.Default.SalesReady,
    });

    [Fact]
    public void InteractionWeights_OfEveryType_AreTheDefaults() => AssertSection(
        "recommendations:interaction_weights", new(InteractionWeights.Default.ByType));

    [Fact]
    public void EventWeights_OfEveryName_AreTheDefaults() => AssertSection(
        "recommendations:event_weights", new(InteractionWeights.Default.ByName));

    [Fact]
    public void Exploration_OfRecommendations_IsTheDefault()
    {
        var defaults = new RecommenderSettings();
        Assert.Equal(defaults.ExploreEvery, Number("recommendations:explore_every"));
        Assert.Equal(defaults.ExploreBelow, Number("recommendations:explore_below"));
        Assert.Equal(defaults.ExploreEvenly, Number("recommendations:explore_evenly"));
    }

    [Fact]
    public void HalfLives_OfRecommendations_AreTheDefaults()
    {
        Assert.Equal(new RecommenderSettings().PopularityHalfLife.TotalDays, Number("recommendations:popularity_half_life_days"));
        Assert.Equal(new RecommenderSettings().TrendingHalfLife.TotalDays, Number("recommendations:trending_half_life_days"));
    }

    [Fact]
    public void Cache_OfPeople_IsTheDefault() => AssertSection("cache", new()
    {
        ["person_seconds"] = PersonCacheOptions.Default.Duration.TotalSeconds,
        ["person_stale_minutes"] = PersonCacheOptions.Default.StaleFor.TotalMinutes,
        ["person_budget_ms"] = PersonCacheOptions.Default.Budget.TotalMilliseconds,
        ["person_patience_ms"] = PersonCacheOptions.Default.Patience.TotalMilliseconds,
        ["people"] = PersonCacheOptions.Default.Capacity,
    });

    [Fact]
    public void KeptShare_OfDecisions_IsTheDefault() => AssertSection("decisions", new() { ["kept_share"] = KeptShare.DefaultShare });

    [Fact]
    public void Retention_OfEveryKind_IsTheDefault() => AssertSection("retention", new()
    {
        ["events_days"] = RetentionPolicy.Default.Events.TotalDays,
        ["event_ids_days"] = RetentionPolicy.Default.EventIds.TotalDays,
        ["refused_events_days"] = RetentionPolicy.Default.RefusedEvents.TotalDays,
        ["feedback_days"] = RetentionPolicy.Default.Feedback.TotalDays,
        ["score_history_days"] = RetentionPolicy.Default.ScoreHistory.TotalDays,
        ["decisions_days"] = RetentionPolicy.Default.Decisions.TotalDays,
        ["exposures_days"] = RetentionPolicy.Default.Exposures.TotalDays,
        ["assignments_days"] = RetentionPolicy.Default.Assignments.TotalDays,
        ["rule_exposures_days"] = RetentionPolicy.Default.RuleExposures.TotalDays,
        ["conversions_days"] = RetentionPolicy.Default.Conversions.TotalDays,
        ["message_requests_days"] = RetentionPolicy.Default.MessageRequests.TotalDays,
        ["deliveries_days"] = RetentionPolicy.Default.Deliveries.TotalDays,
        ["webhook_messages_days"] = RetentionPolicy.Default.WebhookMessages.TotalDays,
        ["audit_days"] = RetentionPolicy.Default.Audit.TotalDays,
        ["inactive_people_days"] = RetentionPolicy.Default.InactivePeople.TotalDays,
    });

    [Fact]
    public void Rybbit_WhereItIsRead_IsTheDefault()
    {
        Assert.Equal("true", _settings["rybbit:leave_out_datacenters"]);
        Assert.Equal(BehaviourSyncOptions.Default.Lag.TotalSeconds, Number("rybbit:lag_seconds"));
        Assert.Equal(BehaviourSyncOptions.Default.Overlap.TotalMinutes, Number("rybbit:overlap_minutes"));
        Assert.Equal(BehaviourSyncOptions.Default.FullEvery.TotalMinutes, Number("rybbit:full_every_minutes"));
        Assert.Equal(BehaviourSyncOptions.Default.History.TotalDays, Number("rybbit:history_days"));
    }

    [Fact]
    public void Cdp_WithoutATable_IsTheDefault()
    {
        Assert.Equal("UTC", _settings["cdp:zone"]);
        var numbers = _settings.Keys.Where(key => key.StartsWith("cdp:", StringComparison.Ordinal) && key != "cdp:zone");
        Assert.Equal(
            new Dictionary<string, double>
            {
                ["cdp:overlap_minutes"] = CdpMapping.None.Overlap.TotalMinutes,
                ["cdp:id_overlap"] = CdpMapping.None.IdOverlap,
                ["cdp:whole_every_minutes"] = CdpMapping.None.WholeEvery.TotalMinutes,
                ["cdp:batch_rows"] = CdpMapping.None.BatchRows,
                ["cdp:query_timeout_seconds"] = CdpMapping.None.QueryTimeout.TotalSeconds,
                ["cdp:absence_every_hours"] = AbsenceRule.Default.Every.TotalHours,
                ["cdp:absence_most_percent"] = AbsenceRule.Default.MostPercent,
            },
            numbers.ToDictionary(key => key, Number));
    }

    private void AssertSection(string section, Dictionary<string, double> defaults) => Assert.Equal(
        defaults.OrderBy(setting => setting.Key, StringComparer.Ordinal),
        _settings.Keys.Where(key => key.StartsWith(section + ":", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(key => KeyValuePair.Create(key[(section.Length + 1)..], Number(key))));

    private double Number(string key) => double.Parse(_settings[key]!, CultureInfo.InvariantCulture);

    private static string FindFile(string folder)
    {
        var file = Path.Combine(folder, "config", "personalization.yaml");
        return File.Exists(file) ? file : FindFile(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!);
    }
}
