namespace Microsoft.DurableTask;

/// <summary>What a retry handler learns about the attempt that failed.</summary>
/// <param name="LastAttemptNumber">1 for the first.</param>
/// <param name="TotalRetryTime">Since the first attempt began, on the orchestration's clock.</param>
public record RetryContext(
    TaskOrchestrationContext OrchestrationContext,
    int LastAttemptNumber,
    TaskFailureDetails LastFailure,
    TimeSpan TotalRetryTime,
    CancellationToken CancellationToken);
