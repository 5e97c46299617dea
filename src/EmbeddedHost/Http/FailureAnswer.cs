using EmbeddedHost.Invocations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Http;

/// <summary>Answers for functions that failed. The reason goes to the log, never to the caller.</summary>
internal sealed class FailureAnswer(ILogger<FailureAnswer> logger, InvocationLimits limits)
{
    public Task AnswerAsync(HttpInvocation invocation, Exception exception)
    {
        var http = invocation.Http;
        var name = invocation.FunctionDefinition.Name;
        if (http.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            logger.CallerWentAway(name, invocation.InvocationId);
            return Task.CompletedTask;
        }

        if (invocation.TimedOut) return AnswerTimeOutAsync(invocation);

        if (exception is BadHttpRequestException bad)
        {
            logger.RequestRefused(name, bad.StatusCode, bad.Message);
            return AnswerUnlessStarted(http, () => bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? HostProblem.TooLargeAsync(http)
                : HostProblem.BadRequestAsync(http, bad.StatusCode));
        }

        logger.RequestFailed(name, invocation.InvocationId, HostProblem.TraceIdOf(http), exception);
        return AnswerUnlessStarted(http, () => HostProblem.FailedAsync(http));
    }

    public Task AnswerTimeOutAsync(HttpInvocation invocation)
    {
        logger.FunctionTimedOut(invocation.FunctionDefinition.Name, limits.Timeout, invocation.InvocationId);
        return AnswerUnlessStarted(invocation.Http, () => HostProblem.TimedOutAsync(invocation.Http));
    }

    /// <summary>
    /// Answers while the function still runs, then waits for its end all the same: it holds the request's objects, which must
    /// not serve another request meanwhile.
    /// </summary>
    public async Task AnswerUnendedAsync(HttpInvocation invocation, Task running)
    {
        var response = invocation.Http.Response;
        if (!response.HasStarted)
        {
            response.OnStarting(() =>
            {
                response.Headers.Connection = "close";
                return Task.CompletedTask;
            });
        }

        await AnswerTimeOutAsync(invocation);
        await response.CompleteAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static Task AnswerUnlessStarted(HttpContext http, Func<Task> answer)
    {
        if (!http.Response.HasStarted) return answer();
        http.Abort();
        return Task.CompletedTask;
    }
}
