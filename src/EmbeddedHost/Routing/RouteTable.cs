using EmbeddedHost.Discovery;
using EmbeddedHost.Hosting;
using Microsoft.AspNetCore.Routing;

namespace EmbeddedHost.Routing;

/// <summary>
/// The routes of an app. The real host has no precedence between templates, so no two may match the same path and method;
/// disabled functions are held to that too, since they may be enabled again.
/// </summary>
internal static class RouteTable
{
    public static IReadOnlyList<HttpRoute> Read(
        IEnumerable<FoundFunction> functions, string prefix, ParameterPolicyFactory policies, StartFaults faults)
    {
        var constraints = new RouteConstraints(policies);
        var routes = new List<HttpRoute>();
        foreach (var function in functions.Where(function => function.Http is not null))
        {
            if (RouteReading.Read(function, prefix, faults) is not { } route) continue;
            var mistakes = constraints.MistakesIn(route.Pattern).ToList();
            mistakes.ForEach(mistake => faults.Add($"The route '{route.Template}' of function {function.Name}: {mistake}."));
            if (mistakes.Count == 0) routes.Add(route);
        }

        AddOverlaps(routes, new RouteOverlap(constraints), faults);
        return routes;
    }

    private static void AddOverlaps(List<HttpRoute> routes, RouteOverlap overlap, StartFaults faults)
    {
        for (var i = 0; i < routes.Count; i++)
        {
            for (var j = i + 1; j < routes.Count; j++)
            {
                var (one, other) = (routes[i], routes[j]);
                if (!one.SharesMethodWith(other) || !overlap.Exists(one.Pattern, other.Pattern)) continue;
                faults.Add($"Functions {one.Function.Name} and {other.Function.Name} can match the same request: "
                    + $"{one} and {other}.");
            }
        }
    }
}
