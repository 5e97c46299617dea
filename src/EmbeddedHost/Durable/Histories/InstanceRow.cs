using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Durable.Histories;

/// <summary>An orchestration as it is kept.</summary>
internal sealed record InstanceRow(
    string Id,
    long Run,
    string Name,
    OrchestrationRuntimeStatus Status,
    long CreatedAt,
    long UpdatedAt,
    long StartAt,
    string? Input,
    string? Output,
    string? CustomStatus,
    string? Failure,
    string? Tags,
    ParentCall? Parent)
{
    public bool IsOver => Status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Terminated;
}
