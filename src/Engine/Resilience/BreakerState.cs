namespace PersonalizationEngine.Engine.Resilience;

/// <summary>Whether calls to a system go through.</summary>
public enum BreakerState
{
    /// <summary>They do.</summary>
    Closed,

    /// <summary>One call goes through to see whether the system is back.</summary>
    Probing,

    /// <summary>Too many failed: none does for a while.</summary>
    Open,
}
