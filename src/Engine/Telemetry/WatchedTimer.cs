namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>A timer whose silence would be noticed.</summary>
/// <param name="Name">Of its function.</param>
/// <param name="Interval">The longest time between two of its occurrences.</param>
public sealed record WatchedTimer(string Name, TimeSpan Interval)
{
    /// <summary>Under which its last success is written down.</summary>
    public static string RecordOf(string name) => $"timer.{name}";
}
