using Microsoft.DurableTask;

namespace EmbeddedHost.Durable.Replay;

/// <summary>Tries a call again as its options say. All of it is deterministic: the waits are durable timers.</summary>
internal sealed class Attempts(TaskOrchestrationContext context)
{
    /// <exception cref="TaskFailedException">The last attempt's.</exception>
    public Task<string?> MakeAsync(TaskRetryOptions? retry, Func<Task<string?>> call) => retry switch
    {
        { Policy: { } policy } => ByPolicyAsync(policy, call),
        { Handler: { } handler } => ByHandlerAsync(handler, call),
        _ => call(),
    };

    private async Task<string?> ByPolicyAsync(RetryPolicy policy, Func<Task<string?>> call)
    {
        var first = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan wait;
            try
            {
                return await call();
            }
            catch (TaskFailedException failure) when (attempt < policy.MaxNumberOfAttempts && policy.Retries(failure.FailureDetails))
            {
                wait = WaitAfter(attempt, policy);
                var isInTime = policy.RetryTimeout == Timeout.InfiniteTimeSpan
                    || context.CurrentUtcDateTime - first < policy.RetryTimeout;
                if (!isInTime) throw;
            }

            await context.CreateTimer(context.CurrentUtcDateTime + wait, CancellationToken.None);
        }
    }

    private async Task<string?> ByHandlerAsync(AsyncRetryHandler handler, Func<Task<string?>> call)
    {
        var first = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException failure)
            {
                var spent = context.CurrentUtcDateTime - first;
                var state = new RetryContext(context, attempt, failure.FailureDetails, spent, CancellationToken.None);
                if (!await handler(state)) throw;
            }
        }
    }

    /// <summary>The first interval, multiplied with the coefficient for each attempt, and no longer than the longest.</summary>
    private static TimeSpan WaitAfter(int attempt, RetryPolicy policy)
    {
        var ticks = policy.FirstRetryInterval.Ticks * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        var isUnbounded = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan;
        var longest = isUnbounded ? TimeSpan.MaxValue.Ticks / 2 : policy.MaxRetryInterval.Ticks;
        return new TimeSpan(ticks < longest ? (long)ticks : longest);
    }
}
