using EmbeddedHost.Binding;
using EmbeddedHost.Durable.Payloads;

namespace EmbeddedHost.Invocations;

/// <summary>One attempt at an activity.</summary>
internal sealed class ActivityInvocation(
    CompiledFunction function, InvocationLimits limits, string? input, PayloadJson json, IServiceProvider services)
    : Invocation(function, limits), IPayloadInvocation
{
    public override IServiceProvider InstanceServices { get; set; } = services;

    protected override CancellationToken CallerGone => CancellationToken.None;

    public T? Input<T>() => json.Deserialize<T>(input);
}
