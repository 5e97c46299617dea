namespace EmbeddedHost.Durable.Replay;

/// <summary>An orchestrator awaits what is not its context's, such as an HTTP call or <c>Task.Delay</c>.</summary>
internal static class Strayed
{
    public static NonDeterminismException From(string orchestrator, string where) => new(
        $"Orchestrator {orchestrator} awaits, in {where}, something that its context did not give. It may await only activities, "
        + "sub-orchestrations, timers and events of its TaskOrchestrationContext; all I/O belongs into an activity, and ConfigureAwait(false) leaves the orchestrator's thread.");
}
