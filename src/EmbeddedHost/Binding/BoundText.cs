using EmbeddedHost.Invocations;

namespace EmbeddedHost.Binding;

/// <summary>The texts of a request that parameters are bound to by name.</summary>
internal static class BoundText
{
    public static string? FromRoute(HttpInvocation invocation, string name) =>
        invocation.Http.Request.RouteValues.TryGetValue(name, out var value) ? value as string : null;

    /// <summary>The first where it is given more than once.</summary>
    public static string? FromQuery(HttpInvocation invocation, string name) =>
        invocation.Http.Request.Query.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;
}
