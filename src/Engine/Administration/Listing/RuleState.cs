namespace PersonalizationEngine.Engine.Administration.Listing;

/// <summary>What a rule does at a moment.</summary>
public enum RuleState
{
    Active,

    /// <summary>Active, and its time has not come.</summary>
    Scheduled,

    /// <summary>Active, and its time is over.</summary>
    Ended,

    Off,
}
