using EmbeddedHost.Binding;
using EmbeddedHost.Invocations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Timers;

/// <summary>Runs a timer function once, in a scope of its own.</summary>
internal sealed class TimerFunction(
    CompiledFunction function,
    FunctionExecutionDelegate pipeline,
    InvocationLimits limits,
    IServiceScopeFactory scopes,
    ILogger<TimerFunction> logger)
{
    public string Name => function.Definition.Name;

    /// <summary>Never throws: a failed run is logged, and the next occurrence is waited for.</summary>
    public async Task RunAsync(TimerInfo timer)
    {
        // a function that blocks must not hold up the start of the host or the other timers
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);

        await using var scope = scopes.CreateAsyncScope();
        using var invocation = new TimerInvocation(function, limits, timer, scope.ServiceProvider);
        using var span = InvocationSpan.StartTimer(invocation);
        try
        {
            var running = pipeline(invocation);
            if (!running.IsCompletedSuccessfully && !await invocation.EndsInTimeAsync(running))
            {
                await EndLateAsync(invocation, running);
            }
        }
        catch (Exception exception)
        {
            if (invocation.TimedOut) logger.FunctionTimedOut(Name, limits.Timeout, invocation.InvocationId);
            else logger.FunctionFailed(Name, invocation.InvocationId, exception);
            span.Fail(exception.Message);
        }
    }

    private async Task EndLateAsync(TimerInvocation invocation, Task running)
    {
        logger.FunctionTimedOut(Name, limits.Timeout, invocation.InvocationId);
        await running;
    }
}
