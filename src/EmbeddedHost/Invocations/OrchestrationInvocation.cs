using EmbeddedHost.Binding;
using EmbeddedHost.Durable.Payloads;
using Microsoft.DurableTask;

namespace EmbeddedHost.Invocations;

/// <summary>One run of an orchestrator's code, from its beginning over all its turns.</summary>
internal sealed class OrchestrationInvocation(
    CompiledFunction function,
    InvocationLimits limits,
    TaskOrchestrationContext context,
    string? input,
    PayloadJson json,
    IServiceProvider services) : Invocation(function, limits), IPayloadInvocation
{
    public TaskOrchestrationContext Orchestration => context;

    /// <summary>Never fires: it would do so on another thread than the orchestrator's.</summary>
    public override CancellationToken CancellationToken => CancellationToken.None;

    public override IServiceProvider InstanceServices { get; set; } = services;

    protected override CancellationToken CallerGone => CancellationToken.None;

    public T? Input<T>() => json.Deserialize<T>(input);
}
