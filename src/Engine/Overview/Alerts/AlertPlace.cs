namespace PersonalizationEngine.Engine.Overview.Alerts;

/// <summary>Where somebody finds out more about an alert.</summary>
public enum AlertPlace
{
    /// <summary>Sources, breakers and caches.</summary>
    Operations,
    Timers,
    Orchestrations,
    DeadLetters,
    Experiment,
}
