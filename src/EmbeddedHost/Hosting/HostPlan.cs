using Microsoft.Azure.Functions.Worker.Middleware;

namespace EmbeddedHost.Hosting;

/// <summary>What an app's Program asks of the host before it is built.</summary>
internal sealed class HostPlan(AppOrigin origin)
{
    public AppOrigin Origin => origin;

    public StartFaults Faults { get; } = new();

    /// <summary>Whether the app called <c>ConfigureFunctionsWebApplication</c>.</summary>
    public bool ServesHttp { get; set; }

    /// <summary>Where the address and new keys are told.</summary>
    public TextWriter Output { get; set; } = Console.Out;

    /// <summary>Outermost first.</summary>
    public List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> Middleware { get; } = [];
}
