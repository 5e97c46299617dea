using EmbeddedHost.Binding;
using EmbeddedHost.Durable.Hub;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedHost.Invocations;

/// <summary>One run of a function. What is seldom asked for is made when it is.</summary>
internal abstract class Invocation(CompiledFunction function, InvocationLimits limits) : FunctionContext, IDisposable
{
    private string? _id;
    private IDictionary<object, object>? _items;
    private InvocationCancellation? _cancellation;

    public CompiledFunction Function => function;

    /// <summary>What the function returned.</summary>
    public object? Result { get; set; }

    /// <summary>Whether the time-out of host.json was over before the function had ended.</summary>
    public bool TimedOut => _cancellation is { TimedOut: true };

    public override string InvocationId => _id ??= Guid.CreateVersion7(limits.Time.GetUtcNow()).ToString();

    public override string FunctionId => function.Definition.Id;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IDictionary<object, object> Items
    {
        get => _items ??= new Dictionary<object, object>();
        set => _items = value;
    }

    public override CancellationToken CancellationToken =>
        (_cancellation ??= new InvocationCancellation(limits, CallerGone)).Token;

    /// <summary>The client of the host's orchestrations.</summary>
    public DurableTaskClient DurableClient => InstanceServices.GetRequiredService<DurableHub>().Client;

    /// <summary>Fires when nobody waits for the answer any more.</summary>
    protected abstract CancellationToken CallerGone { get; }

    /// <summary>Waits for the function's end, but not much longer than its time-out.</summary>
    /// <returns>Whether it has ended; else its time is over and it does not heed its token.</returns>
    public async Task<bool> EndsInTimeAsync(Task running)
    {
        await running.WaitAsync(CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!running.IsCompleted && TimedOut)
        {
            await running.WaitAsync(InvocationLimits.Grace, limits.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!running.IsCompleted) return false;
        }

        await running;
        return true;
    }

    public void Dispose() => _cancellation?.Dispose();
}
