namespace PersonalizationEngine.Dashboard.Operations;

/// <summary>A page of orchestrations.</summary>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record OrchestrationSlice(IReadOnlyList<OrchestrationSight> Rows, string? Next)
{
    public static OrchestrationSlice Empty { get; } = new([], null);
}
