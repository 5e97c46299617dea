namespace PersonalizationEngine.Functions.Scoring.Models;

/// <summary>How many digits of points are shown. Counted is exactly.</summary>
internal static class ScoreDigits
{
    private const int Decimals = 6;

    public static double Show(double points) => Math.Round(points, Decimals, MidpointRounding.AwayFromZero) + 0.0;
}
