using EmbeddedHost.Discovery;
using Microsoft.AspNetCore.Routing.Patterns;

namespace EmbeddedHost.Routing;

/// <summary>The requests that a function answers.</summary>
/// <param name="Template">The whole template, prefix included.</param>
/// <param name="Methods">In capitals; empty for all.</param>
internal sealed record HttpRoute(FoundFunction Function, string Template, RoutePattern Pattern, IReadOnlyList<string> Methods)
{
    public IReadOnlySet<string> ParameterNames { get; } =
        Pattern.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public bool SharesMethodWith(HttpRoute other) =>
        Methods.Count == 0 || other.Methods.Count == 0 || Methods.Intersect(other.Methods).Any();

    public override string ToString() => $"{(Methods.Count == 0 ? "any method" : string.Join(", ", Methods))} /{Template}";
}
