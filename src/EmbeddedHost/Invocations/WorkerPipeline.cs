using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EmbeddedHost.Invocations;

/// <summary>The worker middleware around every function.</summary>
internal static class WorkerPipeline
{
    /// <param name="middleware">Outermost first.</param>
    public static FunctionExecutionDelegate Build(
        IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware) =>
        middleware.Reverse().Aggregate((FunctionExecutionDelegate)CallFunction, (next, step) => step(next));

    private static Task CallFunction(FunctionContext context)
    {
        var invocation = (Invocation)context;
        return invocation.Function.InvokeAsync(invocation);
    }
}
