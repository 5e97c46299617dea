namespace PersonalizationEngine.Dashboard.Operations;

/// <summary>An orchestration as pages show it.</summary>
/// <param name="Kind">The name of its function.</param>
/// <param name="Status">As the host names it.</param>
public sealed record OrchestrationSight(string Id, string Kind, string Status, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>As JSON, the first 4,000 characters, as the others.</summary>
    public string? Input { get; init; }

    public string? Output { get; init; }

    /// <summary>What it told of itself.</summary>
    public string? Progress { get; init; }

    public string? Failure { get; init; }

    public bool IsSuspended => Status == "Suspended";

    public bool IsUnderWay => IsSuspended || Status is "Pending" or "Running";

    public Texts.Tone Tone => Status switch
    {
        "Completed" => Texts.Tone.Good,
        "Failed" => Texts.Tone.Bad,
        "Suspended" or "Terminated" => Texts.Tone.Warn,
        _ => Texts.Tone.Info,
    };
}
