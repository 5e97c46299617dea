using Microsoft.Extensions.Configuration;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Decisions;
using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Engine.Delivery.Preferences;
using PersonalizationEngine.Engine.Delivery.Providers;
using PersonalizationEngine.Engine.Identity;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Retention;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;
using PersonalizationEngine.Engine.Telemetry;
using PersonalizationEngine.Functions.Access;
using PersonalizationEngine.Functions.Dashboard.Access;
using PersonalizationEngine.Functions.GraphQl.Limits;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>All of <c>config/personalization.yaml</c>, overlaid by the environment.</summary>
internal sealed record EngineSettings(
    ScoringRules Scoring,
    ItemPatterns Items,
    RecommendationSettings Recommendations,
    ExperimentSettings Experiments,
    SlotFallbacks Slots,
    RuleSettings Rules,
    ConsentPolicy Consent,
    IdentityLimits Identity,
    PersonCacheOptions Cache,
    RetentionPolicy Retention,
    RybbitSettings Rybbit,
    CdpMapping Cdp,
    AccessRules Access,
    GraphQlLimits GraphQl)
{
    /// <summary>Section <c>decisions</c>.</summary>
    public required KeptShare KeptDecisions { get; init; }

    /// <summary>Section <c>delivery</c>.</summary>
    public required DeliverySettings Delivery { get; init; }

    /// <summary>Section <c>channels</c>.</summary>
    public required ChannelOptions Channels { get; init; }

    /// <summary>Section <c>delivery</c>: the links in messages.</summary>
    public required LinkSettings Links { get; init; }

    /// <summary>Section <c>telemetry</c>.</summary>
    public required TelemetryOptions Telemetry { get; init; }

    /// <summary>Section <c>delivery.topics</c>.</summary>
    public required Topics Topics { get; init; }

    /// <summary>Section <c>dashboard</c>.</summary>
    public required DashboardRules Dashboard { get; init; }

    /// <summary>Section <c>endpoints</c>.</summary>
    public required EndpointOptions Endpoints { get; init; }

    /// <exception cref="InvalidSettingsException">Something is wrong; the message names all of it.</exception>
    public static EngineSettings Read(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        var settings = Read(reader);
        reader.RefuseUnasked("scoring", "signals", "items", "recommendations", "experiments", "rules", "consent", "identity", "decisions", "cache", "retention", "rybbit", "cdp", "access", "graphql", "channels", "endpoints", "delivery", "telemetry", "dashboard");
        return reader.Faults.Count == 0 ? settings : throw new InvalidSettingsException(reader.Faults);
    }

    public static EngineSettings Read(SettingsReader reader)
    {
        var scoring = ScoringSettings.Read(reader);
        return new EngineSettings(
            scoring, ItemSettings.Read(reader), RecommendationSettings.Read(reader), ExperimentSettings.Read(reader), SlotSettings.Read(reader),
            RuleSettings.Read(reader), ConsentSettings.Read(reader), IdentitySettings.Read(reader), ReadCache(reader),
            ReadRetention(reader, scoring.Windows.Reach), RybbitSettings.Read(reader), CdpSettings.Read(reader), AccessSettings.Read(reader), GraphQlSettings.Read(reader))
        {
            KeptDecisions = new KeptShare((double)reader.Decimal("decisions:kept_share", (decimal)KeptShare.DefaultShare, 0, 1)),
            Channels = ChannelSettings.Read(reader),
            Delivery = DeliverySettings.Read(reader),
            Links = LinkSettings.Read(reader),
            Topics = TopicSettings.Read(reader),
            Endpoints = ChannelSettings.ReadEndpoints(reader),
            Telemetry = TelemetrySettings.Read(reader),
            Dashboard = DashboardSettings.Read(reader),
        };
    }

    private static PersonCacheOptions ReadCache(SettingsReader reader)
    {
        var defaults = PersonCacheOptions.Default;
        return new PersonCacheOptions(
            reader.Seconds("cache:person_seconds", defaults.Duration, 1, 300),
            reader.Minutes("cache:person_stale_minutes", defaults.StaleFor, 1, 1440),
            reader.Milliseconds("cache:person_budget_ms", defaults.Budget, 10, 10_000),
            reader.Integer("cache:people", defaults.Capacity, 100, 1_000_000, "people"),
            reader.Milliseconds("cache:person_patience_ms", defaults.Patience, 1, 10_000));
    }

    private static RetentionPolicy ReadRetention(SettingsReader reader, TimeSpan reach)
    {
        const double Longest = 3650;
        var defaults = RetentionPolicy.Default;
        return new RetentionPolicy(
            reader.Days("retention:events_days", defaults.Events, reach.TotalDays, Longest),
            reader.Days("retention:event_ids_days", defaults.EventIds, 1, Longest),
            reader.Days("retention:refused_events_days", defaults.RefusedEvents, 1, Longest),
            reader.Days("retention:feedback_days", defaults.Feedback, 1, Longest),
            reader.Days("retention:score_history_days", defaults.ScoreHistory, 1, Longest))
        {
            Decisions = reader.Days("retention:decisions_days", defaults.Decisions, 1, Longest),
            Exposures = reader.Days("retention:exposures_days", defaults.Exposures, 1, Longest),
            Assignments = reader.Days("retention:assignments_days", defaults.Assignments, 1, Longest),
            RuleExposures = reader.Days("retention:rule_exposures_days", defaults.RuleExposures, 1, Longest),
            Conversions = reader.Days("retention:conversions_days", defaults.Conversions, 1, Longest),
            MessageRequests = reader.Days("retention:message_requests_days", defaults.MessageRequests, 1, Longest),
            Deliveries = reader.Days("retention:deliveries_days", defaults.Deliveries, 1, Longest),
            WebhookMessages = reader.Days("retention:webhook_messages_days", defaults.WebhookMessages, 2, Longest),
            Audit = reader.Days("retention:audit_days", defaults.Audit, 1, Longest),
            InactivePeople = reader.Days("retention:inactive_people_days", defaults.InactivePeople, 0, Longest),
        };
    }
}
