namespace Microsoft.Azure.Functions.Worker;

/// <summary>What was known of a timer when its run began. All instants are UTC.</summary>
public class ScheduleStatus
{
    /// <summary>When the run before this one began; <see cref="DateTime.MinValue"/> if there was none.</summary>
    public DateTime Last { get; set; }

    /// <summary>The occurrence that was expected next, which is the one now run for.</summary>
    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}
