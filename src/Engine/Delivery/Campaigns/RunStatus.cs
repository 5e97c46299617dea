namespace PersonalizationEngine.Engine.Delivery.Campaigns;

/// <summary>Where a campaign's run stands, by the names that are stored and answered.</summary>
public static class RunStatus
{
    /// <summary>Its hour is to come.</summary>
    public const string Scheduled = "scheduled";

    /// <summary>Its audience is being taken down, or messages are being sent or wait for their hour.</summary>
    public const string Running = "running";

    /// <summary>Nothing is sent until somebody lets it go on.</summary>
    public const string Paused = "paused";

    /// <summary>Of each message it is known what became of it.</summary>
    public const string Completed = "completed";

    public const string Cancelled = "cancelled";

    public static IReadOnlyList<string> All { get; } = [Scheduled, Running, Paused, Completed, Cancelled];

    public static IReadOnlyList<string> Open { get; } = [Scheduled, Running, Paused];
}
