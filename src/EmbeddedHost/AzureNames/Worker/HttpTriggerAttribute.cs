using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>On the <c>HttpRequest</c> parameter of a function that answers HTTP requests.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    public HttpTriggerAttribute()
    {
    }

    public HttpTriggerAttribute(params string[] methods) => Methods = methods;

    public HttpTriggerAttribute(AuthorizationLevel authLevel) => AuthLevel = authLevel;

    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>The template after the prefix of host.json, without a leading slash. The function's name by default.</summary>
    public string? Route { get; set; }

    /// <summary>The accepted methods, in any case. All by default.</summary>
    public string[]? Methods { get; }

    /// <summary><see cref="AuthorizationLevel.Function"/> by default.</summary>
    public AuthorizationLevel AuthLevel { get; } = AuthorizationLevel.Function;
}
