namespace PersonalizationEngine.Engine.Overview.Alerts;

/// <summary>How soon somebody should look, the soonest first.</summary>
public enum AlertSeverity
{
    /// <summary>Now: people get wrong answers or none, or something is being lost.</summary>
    Critical,

    /// <summary>Today: the engine goes on, but not as well as it should.</summary>
    Warning,

    /// <summary>When there is time.</summary>
    Notice,
}
