namespace Microsoft.DurableTask.Client;

public enum OrchestrationRuntimeStatus
{
    Running,
    Completed,

    [Obsolete("An orchestration that began anew is Running.")]
    ContinuedAsNew,

    Failed,

    [Obsolete("It is not used.")]
    Canceled,

    Terminated,
    Pending,
    Suspended,
}
