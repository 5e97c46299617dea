using System.Globalization;

namespace PersonalizationEngine.Functions.Dashboard.Rules;

/// <summary>The worker gives values of a route as text; those of <c>{id:long}</c> are numbers by then.</summary>
internal static class PathIds
{
    public static long IdOf(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}
