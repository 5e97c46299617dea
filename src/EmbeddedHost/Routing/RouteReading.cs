using EmbeddedHost.Discovery;
using EmbeddedHost.Hosting;
using Microsoft.AspNetCore.Routing.Patterns;

namespace EmbeddedHost.Routing;

/// <summary>Reads the route of an HTTP function off its trigger.</summary>
internal static class RouteReading
{
    /// <summary>Null, with the fault added, where the real host would not serve the route either.</summary>
    public static HttpRoute? Read(FoundFunction function, string prefix, StartFaults faults)
    {
        var route = function.Http!.Route;
        if (route is not null && RefusalOf(route) is { } refusal)
        {
            faults.Add($"The route '{route}' of function {function.Name} {refusal}.");
            return null;
        }

        var template = prefix.Length == 0 ? route ?? function.Name : $"{prefix}/{route ?? function.Name}";
        try
        {
            var methods = (function.Http.Methods ?? []).Select(method => method.ToUpperInvariant()).Distinct();
            return new HttpRoute(function, template, RoutePatternFactory.Parse(template), [.. methods]);
        }
        catch (RoutePatternException mistake)
        {
            faults.Add($"The route '{template}' of function {function.Name} cannot be read: {mistake.Message}");
            return null;
        }
    }

    private static string? RefusalOf(string route)
    {
        if (route.Trim('/').Length == 0) return "is empty; leave it out to serve the function's name";
        if (route.StartsWith('/')) return "must not begin with a slash";
        var isReserved = route.StartsWith("admin", StringComparison.OrdinalIgnoreCase)
            || route.StartsWith("runtime", StringComparison.OrdinalIgnoreCase);
        return isReserved ? "begins with a word that the host keeps for itself (admin, runtime)" : null;
    }
}
