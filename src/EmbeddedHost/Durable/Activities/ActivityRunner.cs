using EmbeddedHost.Binding;
using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Payloads;
using EmbeddedHost.Invocations;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Durable.Activities;

/// <summary>Runs one attempt at an activity, in a scope of its own, with the worker's middleware around it.</summary>
internal sealed class ActivityRunner(
    IReadOnlyDictionary<string, CompiledFunction> functions,
    FunctionExecutionDelegate pipeline,
    InvocationLimits limits,
    PayloadJson json,
    IServiceScopeFactory scopes,
    ILogger logger)
{
    /// <summary>What the orchestration is told; null where the stopping host cut the activity off, which then runs again.</summary>
    public async Task<Message?> RunAsync(ActivityWork work)
    {
        if (!functions.TryGetValue(work.Name, out var function))
        {
            return Failed(work, new InvalidOperationException($"There is no activity named '{work.Name}'."));
        }

        try
        {
            return await InvokeAsync(work, function);
        }
        catch (Exception failure)
        {
            return Failed(work, failure);
        }
    }

    private async Task<Message?> InvokeAsync(ActivityWork work, CompiledFunction function)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var invocation = new ActivityInvocation(function, limits, work.Input, json, scope.ServiceProvider);
        using var span = InvocationSpan.StartActivity(invocation);
        try
        {
            var running = pipeline(invocation);
            if (!running.IsCompletedSuccessfully && !await invocation.EndsInTimeAsync(running)) throw TookTooLong(function);
            return new Message(EventKind.ActivityCompleted, work.Task, Payload: json.Serialize(invocation.Result));
        }
        catch (Exception) when (limits.DrainExpired.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure)
        {
            if (invocation.TimedOut) logger.FunctionTimedOut(work.Name, limits.Timeout, invocation.InvocationId);
            else logger.ActivityFailed(work.Name, work.InstanceId, invocation.InvocationId, failure);
            span.Fail(failure.Message);
            return Failed(work, failure);
        }
    }

    private TimeoutException TookTooLong(CompiledFunction function) =>
        new($"Activity {function.Definition.Name} did not end within {limits.Timeout}.");

    private static Message Failed(ActivityWork work, Exception failure) => new(
        EventKind.ActivityFailed, work.Task, Payload: FailureJson.Write(TaskFailureDetails.FromException(failure)));
}
