using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedHost.Invocations;

/// <summary>Runs a middleware class, which the container makes at the first invocation.</summary>
internal sealed class MiddlewareStep<T>(FunctionExecutionDelegate next)
    where T : class, IFunctionsWorkerMiddleware
{
    private T? _middleware;

    public Task InvokeAsync(FunctionContext context)
    {
        _middleware ??= context.InstanceServices.GetRequiredService<T>();
        return _middleware.Invoke(context, next);
    }
}
