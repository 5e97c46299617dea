using EmbeddedHost.Binding;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Invocations;

/// <summary>One run of a timer function.</summary>
internal sealed class TimerInvocation(
    CompiledFunction function, InvocationLimits limits, TimerInfo timer, IServiceProvider services) : Invocation(function, limits)
{
    public TimerInfo Timer => timer;

    public override IServiceProvider InstanceServices { get; set; } = services;

    protected override CancellationToken CallerGone => CancellationToken.None;
}
