using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Patterns;

namespace EmbeddedHost.Routing;

/// <summary>
/// Tells whether some path matches two templates. Constraints are weighed only against fixed text: two constrained
/// parameters, and two segments that mix text and parameters, are taken to overlap.
/// </summary>
internal sealed class RouteOverlap(RouteConstraints constraints)
{
    public bool Exists(RoutePattern one, RoutePattern other)
    {
        for (var position = 0; ; position++)
        {
            if (CanEndBefore(one, position) && CanEndBefore(other, position)) return true;
            if (position == one.PathSegments.Count || position == other.PathSegments.Count) return false;

            var (mine, theirs) = (one.PathSegments[position], other.PathSegments[position]);
            if (IsCatchAll(mine) || IsCatchAll(theirs)) return true;
            if (!CanBeEqual(mine, theirs)) return false;
        }
    }

    /// <summary>Whether a path may stop short of the segment at that position, all from there on being optional.</summary>
    private static bool CanEndBefore(RoutePattern pattern, int position)
    {
        for (var i = position; i < pattern.PathSegments.Count; i++)
        {
            if (ParameterOf(pattern.PathSegments[i]) is not { } parameter) return false;
            if (!parameter.IsOptional && !parameter.IsCatchAll && !pattern.Defaults.ContainsKey(parameter.Name)) return false;
        }

        return true;
    }

    private static bool IsCatchAll(RoutePatternPathSegment segment) => ParameterOf(segment) is { IsCatchAll: true };

    private bool CanBeEqual(RoutePatternPathSegment one, RoutePatternPathSegment other)
    {
        if (TextOf(one) is { } text) return CanBe(other, text);
        return TextOf(other) is not { } otherText || CanBe(one, otherText);
    }

    private bool CanBe(RoutePatternPathSegment segment, string text)
    {
        if (TextOf(segment) is { } fixedText) return string.Equals(fixedText, text, StringComparison.OrdinalIgnoreCase);
        return ParameterOf(segment) is { } parameter ? constraints.Admit(parameter, text) : MatchesMix(segment, text);
    }

    /// <summary>Whether a text fits a segment such as <c>{name}.json</c> or <c>v{major}</c>.</summary>
    private static bool MatchesMix(RoutePatternPathSegment segment, string text)
    {
        var parts = segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => Regex.Escape(literal.Content),
            // what separates an optional part goes with it
            RoutePatternSeparatorPart separator => $"(?:{Regex.Escape(separator.Content)})?",
            RoutePatternParameterPart { IsOptional: true } => ".*",
            _ => ".+",
        });
        return Regex.IsMatch(text, $"^{string.Concat(parts)}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    private static string? TextOf(RoutePatternPathSegment segment) =>
        segment.Parts is [RoutePatternLiteralPart literal] ? literal.Content : null;

    private static RoutePatternParameterPart? ParameterOf(RoutePatternPathSegment segment) =>
        segment.Parts is [RoutePatternParameterPart parameter] ? parameter : null;
}
