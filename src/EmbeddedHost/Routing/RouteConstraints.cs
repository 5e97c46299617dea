using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace EmbeddedHost.Routing;

/// <summary>The constraints of route parameters, such as <c>int</c> or <c>regex(...)</c>.</summary>
internal sealed class RouteConstraints(ParameterPolicyFactory factory)
{
    /// <summary>The mistakes in a template's constraints.</summary>
    public IEnumerable<string> MistakesIn(RoutePattern pattern)
    {
        foreach (var parameter in pattern.Parameters)
        {
            foreach (var reference in parameter.ParameterPolicies)
            {
                if (MistakeOf(parameter, reference) is { } mistake) yield return mistake;
            }
        }
    }

    /// <summary>Whether the parameter can have that value.</summary>
    public bool Admit(RoutePatternParameterPart parameter, string value) => parameter.ParameterPolicies
        .Select(reference => factory.Create(parameter, reference))
        .OfType<IRouteConstraint>()
        .All(constraint => constraint.Match(
            httpContext: null,
            route: null,
            parameter.Name,
            new RouteValueDictionary { [parameter.Name] = value },
            RouteDirection.IncomingRequest));

    private string? MistakeOf(RoutePatternParameterPart parameter, RoutePatternParameterPolicyReference reference)
    {
        try
        {
            factory.Create(parameter, reference);
            return null;
        }
        catch (Exception mistake) when (mistake is InvalidOperationException or RouteCreationException or ArgumentException)
        {
            return $"constraint '{reference.Content}' of parameter '{parameter.Name}' is not known or not well formed";
        }
    }
}
