using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace PersonalizationEngine.Functions.Http.Idempotency;

/// <summary>
/// Runs a request with an Idempotency-Key once, around every function that changes something and lies behind a function key.
/// Requests without the header pass as if it were not there.
/// </summary>
/// <remarks>Both hosts write an answer after this has returned, so it cannot be taken from the function: it is seen on its way out.</remarks>
internal sealed class IdempotencyBoundary(KeyedRequests requests) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        context.GetHttpContext() is { } http && KeyedRequests.HasKey(http.Request)
        && KeyedFunctions.AreProvenByTheHost(context.FunctionDefinition.Name, http.Request.Method)
            ? RunOnceAsync(http, context, next)
            : next(context);

    private async Task RunOnceAsync(HttpContext http, FunctionContext context, FunctionExecutionDelegate next)
    {
        var (run, answer) = await requests.BeginAsync(http, KeyedCaller.OfServer(http.Request));
        if (run is null)
        {
            await answer!.ExecuteAsync(http);
            return;
        }

        await run.RunAsync(async () =>
        {
            await next(context);
            return context;
        });
    }
}
