namespace Microsoft.Azure.Functions.Worker;

/// <summary>A binding of a function's parameter.</summary>
public abstract class BindingMetadata
{
    /// <summary>The parameter's name.</summary>
    public abstract string Name { get; }

    /// <summary><c>httpTrigger</c>, <c>timerTrigger</c>, <c>orchestrationTrigger</c> or <c>activityTrigger</c>.</summary>
    public abstract string Type { get; }
}
