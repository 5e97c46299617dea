namespace Microsoft.Azure.Functions.Worker;

/// <summary>One invocation, as its function and the worker middleware see it. Not for use after the invocation.</summary>
public abstract class FunctionContext
{
    /// <summary>Unique to the invocation.</summary>
    public abstract string InvocationId { get; }

    /// <summary>Unique to the function.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The services of this invocation: a scope of its own.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>Where middleware and function leave things for each other.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>Fires when the caller goes away, the time-out of host.json is over, or a stopping host waits no longer.</summary>
    public virtual CancellationToken CancellationToken { get; }
}
