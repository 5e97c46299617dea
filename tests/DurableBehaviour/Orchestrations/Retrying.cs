using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace DurableBehaviour.Orchestrations;

public static class Retrying
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Function(nameof(ByPolicy))]
    public static Task<string> ByPolicy([OrchestrationTrigger] TaskOrchestrationContext context, Stubborn work) =>
        TryAsync(context, work, TaskOptions.FromRetryPolicy(new RetryPolicy(work.Attempts, Second)));

    [Function(nameof(OnlyTimeouts))]
    public static Task<string> OnlyTimeouts([OrchestrationTrigger] TaskOrchestrationContext context, Stubborn work) =>
        TryAsync(context, work, TaskOptions.FromRetryPolicy(new RetryPolicy(work.Attempts, Second)
        {
            HandleFailure = failure => failure.IsCausedBy<TimeoutException>(),
        }));

    [Function(nameof(OnlyInvalid))]
    public static Task<string> OnlyInvalid([OrchestrationTrigger] TaskOrchestrationContext context, Stubborn work) =>
        TryAsync(context, work, TaskOptions.FromRetryPolicy(new RetryPolicy(work.Attempts, Second)
        {
            HandleFailure = failure => failure.IsCausedBy<InvalidOperationException>(),
        }));

    [Function(nameof(ByHandler))]
    public static Task<string> ByHandler([OrchestrationTrigger] TaskOrchestrationContext context, Stubborn work) =>
        TryAsync(context, work, TaskOptions.FromRetryHandler(attempt => attempt.LastAttemptNumber < work.Attempts));

    [Function(nameof(ByAsyncHandler))]
    public static Task<string> ByAsyncHandler([OrchestrationTrigger] TaskOrchestrationContext context, Stubborn work) =>
        TryAsync(context, work, TaskOptions.FromRetryHandler(async attempt =>
        {
            await attempt.OrchestrationContext.CreateTimer(Second, CancellationToken.None);
            return true;
        }));

    [Function(nameof(TellsDuration))]
    public static async Task<double> TellsDuration([OrchestrationTrigger] TaskOrchestrationContext context, Stubborn work)
    {
        var begin = context.CurrentUtcDateTime;
        await TryAsync(context, work, TaskOptions.FromRetryPolicy(new RetryPolicy(work.Attempts, Second, backoffCoefficient: 2)));
        return (context.CurrentUtcDateTime - begin).TotalSeconds;
    }

    [Function(nameof(Try))]
    public static string Try([ActivityTrigger] Stubborn work)
    {
        var attempt = Attempts.Count(work.Key!);
        return attempt >= work.SucceedsAt ? $"{attempt} attempts" : throw new InvalidOperationException($"attempt {attempt}");
    }

    private static Task<string> TryAsync(TaskOrchestrationContext context, Stubborn work, TaskOptions options) =>
        context.CallActivityAsync<string>(nameof(Try), work with { Key = context.InstanceId }, options);
}
