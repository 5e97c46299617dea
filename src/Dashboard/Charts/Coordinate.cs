using System.Globalization;

namespace PersonalizationEngine.Dashboard.Charts;

/// <summary>Numbers in SVG, short and in no language.</summary>
internal static class Coordinate
{
    public static string Of(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    public static string Path(IEnumerable<(double X, double Y)> points) =>
        string.Concat(points.Select((point, index) => $"{(index == 0 ? 'M' : 'L')}{Of(point.X)} {Of(point.Y)}"));
}
