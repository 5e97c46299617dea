namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>A timer whose silence would be noticed.</summary>
/// <param name="Name">Of its function.</param>
/// <param name="Interval">The longest time between two of its occurrences.</param>
public sealed record WatchedTimer(string Name, TimeSpan Interval)
{
    /// <summary>Silence is out of the ordinary after twice the interval and this.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>NCrontab with seconds, in UTC.</summary>
    public string Schedule { get; init; } = "";

    /// <param name="lastSuccess">The start of the process where it never succeeded.</param>
    public bool IsSilent(DateTimeOffset lastSuccess, DateTimeOffset now) => now - lastSuccess > (2 * Interval) + Grace;

    /// <summary>Under which its last success is written down.</summary>
    public static string RecordOf(string name) => $"timer.{name}";
}
