namespace EmbeddedHost.Durable.Histories;

/// <summary>An orchestration to be begun.</summary>
/// <param name="Run">The number of this run: an id that is used again, or begins anew, has another.</param>
/// <param name="StartAt">UTC ticks before which it does not begin; 0 for at once.</param>
internal sealed record NewInstance(
    string Id, long Run, string Name, string? Input, long CreatedAt, long StartAt, string? Tags, ParentCall? Parent)
{
    public InstanceRow ToRow() => new(
        Id, Run, Name, Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Pending, CreatedAt, CreatedAt, StartAt, Input,
        Output: null, CustomStatus: null, Failure: null, Tags, Parent);
}
