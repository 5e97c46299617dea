using EmbeddedHost.Binding;
using Microsoft.AspNetCore.Http;

namespace EmbeddedHost.Invocations;

/// <summary>One request to an HTTP function.</summary>
internal sealed class HttpInvocation(CompiledFunction function, InvocationLimits limits, HttpContext http)
    : Invocation(function, limits)
{
    private IServiceProvider? _services;

    public HttpContext Http => http;

    /// <summary>The request's body as the type that the function wants it.</summary>
    public object? Body { get; set; }

    public override IServiceProvider InstanceServices
    {
        get => _services ?? http.RequestServices;
        set => _services = value;
    }

    protected override CancellationToken CallerGone => http.RequestAborted;
}
