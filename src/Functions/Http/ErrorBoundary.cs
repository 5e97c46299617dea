using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Overview.Minutes;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Http;

/// <summary>The one place where an unexpected failure of an HTTP function becomes an answer. Other triggers fail as they are.</summary>
internal sealed partial class ErrorBoundary(MinuteCounts counts, ILogger<ErrorBoundary> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        counts.NoteRequest();
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException exception) when (!http.Response.HasStarted)
        {
            var answer = exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? ProblemAnswer.TooLarge(exception.Message)
                : ProblemAnswer.Malformed(exception.Message);
            await answer.ExecuteAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to answer.
        }
        catch (OutsideSystemException) when (!http.Response.HasStarted)
        {
            // Told once, by the breaker that opened.
            counts.NoteFailed();
            await ProblemAnswer.Unavailable(http.Response).ExecuteAsync(http);
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            counts.NoteFailed();
            Log.Failed(logger, context.FunctionDefinition.Name, exception);
            await ProblemAnswer.Internal().ExecuteAsync(http);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Function} failed.")]
        public static partial void Failed(ILogger logger, string function, Exception exception);
    }
}
