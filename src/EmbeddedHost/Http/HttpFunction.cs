using EmbeddedHost.Binding;
using EmbeddedHost.Invocations;
using EmbeddedHost.Keys;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EmbeddedHost.Http;

/// <summary>Answers the requests of one function: key, size, then the app.</summary>
internal sealed class HttpFunction(
    CompiledFunction function, KeyGate gate, FunctionExecutionDelegate pipeline, InvocationLimits limits, FailureAnswer failures)
{
    public Task AnswerAsync(HttpContext http)
    {
        if (!gate.Admits(http.Request)) return HostProblem.UnauthorizedAsync(http);
        if (http.Request.ContentLength > BodyLimit.Bytes) return HostProblem.TooLargeAsync(http);
        return InvokeAsync(http);
    }

    private async Task InvokeAsync(HttpContext http)
    {
        using var invocation = new HttpInvocation(function, limits, http);
        using var span = InvocationSpan.StartHttp(invocation);
        try
        {
            var running = pipeline(invocation);
            if (!running.IsCompletedSuccessfully && !await invocation.EndsInTimeAsync(running))
            {
                await failures.AnswerUnendedAsync(invocation, running);
            }
            else if (invocation.TimedOut)
            {
                await failures.AnswerTimeOutAsync(invocation);
            }
            else
            {
                await FunctionResult.WriteAsync(invocation.Result, http);
            }
        }
        catch (Exception exception)
        {
            await failures.AnswerAsync(invocation, exception);
        }

        span.Answered(http.Response.StatusCode);
    }
}
