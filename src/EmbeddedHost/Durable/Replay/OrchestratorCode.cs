using EmbeddedHost.Binding;
using EmbeddedHost.Invocations;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Durable.Replay;

/// <summary>An orchestrator's function, with the worker's middleware around it.</summary>
/// <param name="function">Null for one that is not there: it fails.</param>
internal sealed class OrchestratorCode(
    CompiledFunction? function,
    FunctionExecutionDelegate pipeline,
    InvocationLimits limits,
    Payloads.PayloadJson json,
    IServiceProvider services)
{
    public ILoggerFactory Loggers { get; } = services.GetRequiredService<ILoggerFactory>();

    /// <summary>Its services live as long as the code does.</summary>
    public async Task<object?> RunAsync(ReplayContext context, string? input)
    {
        if (function is null) throw new InvalidOperationException($"There is no orchestrator named '{context.Name}'.");

        // not awaited: a scope that ends truly asynchronously would leave the orchestrator's thread
        using var scope = services.CreateScope();
        using var invocation = new OrchestrationInvocation(function, limits, context, input, json, scope.ServiceProvider);
        await pipeline(invocation);
        return invocation.Result;
    }

    /// <summary>Where the code is.</summary>
    public string EntryPoint => function?.Definition.EntryPoint ?? "";
}
