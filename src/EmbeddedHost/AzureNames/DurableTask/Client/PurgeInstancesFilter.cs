namespace Microsoft.DurableTask.Client;

/// <summary>Which finished orchestrations are purged. What is null does not count.</summary>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null)
{
    /// <summary>Not used: a purge here ends when it is done.</summary>
    public TimeSpan? Timeout { get; init; }
}
