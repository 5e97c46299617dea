using PersonalizationEngine.Engine.Health;
using PersonalizationEngine.Engine.Overview.Alerts;
using PersonalizationEngine.Engine.Overview.Kept;
using PersonalizationEngine.Engine.Overview.Minutes;
using PersonalizationEngine.Engine.Overview.Outcomes;
using PersonalizationEngine.Engine.Overview.Segments;

namespace PersonalizationEngine.Engine.Overview;

/// <summary>How the whole installation does. Each figure is as old as it says; null is one that was not worked out yet.</summary>
/// <param name="Segments">By day, the earliest first; the last is the newest count.</param>
/// <param name="Clicks">Of recommendations of the last <see cref="ReadOverview.ClickDays"/> days.</param>
/// <param name="Trials">Running experiments; those not judged yet have no sentence.</param>
/// <param name="Unread">Names of figures that cannot be read now.</param>
public sealed record OverviewNow(
    DateTimeOffset At,
    IReadOnlyList<Alert> Alerts,
    Dated<DecisionsNow>? Decisions,
    Dated<IReadOnlyList<SegmentCount>>? Segments,
    Dated<IReadOnlyList<ClicksOfDay>>? Clicks,
    Dated<PrecisionNow>? Precision,
    Dated<StandingNow>? Standing,
    Dated<HealthReport>? Health,
    Dated<IReadOnlyList<StatusCount>>? Messages,
    IReadOnlyList<TrialNow> Trials,
    DateTimeOffset? TrialsAt,
    IReadOnlyList<string> Unread);
