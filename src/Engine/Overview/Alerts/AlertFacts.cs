using PersonalizationEngine.Engine.Health;
using PersonalizationEngine.Engine.Overview.Minutes;
using PersonalizationEngine.Engine.Overview.Outcomes;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Engine.Overview.Alerts;

/// <summary>What alerts are found in; what is not known is null, and nothing is said of it.</summary>
public sealed record AlertFacts(DateTimeOffset Now)
{
    public DecisionsNow? Decisions { get; init; }

    public StandingNow? Standing { get; init; }

    public HealthReport? Health { get; init; }

    public IReadOnlyList<TrialNow> Trials { get; init; } = [];

    /// <summary>Breakers of this process that are not closed, and for how long.</summary>
    public IReadOnlyList<(string System, BreakerState State, TimeSpan For)> Breakers { get; init; } = [];

    /// <summary>Memory that this process holds, as a share of what it may have.</summary>
    public double MemoryShare { get; init; }
}
