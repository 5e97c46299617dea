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

    public override IServiceProvider InstanceServices { get; set; } = services;

    protected override CancellationToken CallerGone => CancellationToken.None;

    public T? Input<T>() => json.Deserialize<T>(input);
}
