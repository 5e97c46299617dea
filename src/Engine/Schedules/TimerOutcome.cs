namespace PersonalizationEngine.Engine.Schedules;

public enum TimerOutcome
{
    Running,
    Succeeded,
    Failed,

    /// <summary>Another process was at it.</summary>
    Elsewhere,
}
