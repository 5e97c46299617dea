namespace PersonalizationEngine.Core.Scoring.Models;

/// <summary>The least and the most points that count. Zero lies between them, so that nothing done is worth nothing.</summary>
public readonly record struct ScoreBounds(double Floor, double Cap)
{
    /// <summary>The furthest a bound of a rule or a group may lie from zero.</summary>
    public const double Furthest = 99_999;

    public static ScoreBounds None { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>0 to 999.99, as the plain score.</summary>
    public static ScoreBounds OfTotal { get; } = new((double)LeadScore.Lowest, (double)LeadScore.Highest);

    public double Clamp(double points) => Math.Clamp(points, Floor, Cap);
}
