namespace EmbeddedHost.Durable.Replay;

/// <summary>How an orchestrator's run ended.</summary>
/// <param name="Output">JSON; of a terminated run what was given for it.</param>
/// <param name="Failure">JSON of the failure; null unless it failed.</param>
internal sealed record Outcome(
    Microsoft.DurableTask.Client.OrchestrationRuntimeStatus Status, string? Output = null, string? Failure = null);
