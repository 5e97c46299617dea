namespace Microsoft.DurableTask;

/// <summary>Says whether to try again, at once. Runs in the orchestrator, so it must be deterministic.</summary>
public delegate bool RetryHandler(RetryContext retryContext);
