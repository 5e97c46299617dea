using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>On a <c>DurableTaskClient</c> parameter of a function that starts or looks after orchestrations.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>Not used: a host has one hub.</summary>
    public string? TaskHub { get; set; }

    /// <summary>Not used: the hub is in the data folder.</summary>
    public string? ConnectionName { get; set; }
}
