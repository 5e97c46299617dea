using EmbeddedHost.Discovery;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace EmbeddedHost.Binding;

/// <summary>Makes functions ready to be called. Bodies are read with the JSON options that the app gave ASP.NET Core.</summary>
internal sealed class FunctionCompiler(IOptions<JsonOptions> json)
{
    /// <param name="function">A function without faults.</param>
    /// <param name="routeParameters">The names of its template's parameters, ignoring case; none for a timer.</param>
    public CompiledFunction Compile(FoundFunction function, IReadOnlySet<string> routeParameters) =>
        new(function, routeParameters, type => new BodyReader(json.Value.SerializerOptions.GetTypeInfo(type)));
}
