namespace Microsoft.DurableTask;

/// <summary>Says whether to try again. It may await what the orchestration's context gives, such as a timer.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
