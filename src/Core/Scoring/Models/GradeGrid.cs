namespace PersonalizationEngine.Core.Scoring.Models;

/// <summary>Grades A1 to C3: a letter for fit, a digit for engagement; a score on a threshold gets the better one.</summary>
/// <param name="A">Least fit, in points, for an A.</param>
/// <param name="B">For a B; below A.</param>
/// <param name="First">Least engagement, in points, for a 1.</param>
/// <param name="Second">For a 2; below <paramref name="First"/>.</param>
public sealed record GradeGrid(double A, double B, double First, double Second)
{
    public string Of(double fit, double engagement) =>
        (fit >= A ? "A" : fit >= B ? "B" : "C") + (engagement >= First ? "1" : engagement >= Second ? "2" : "3");
}
