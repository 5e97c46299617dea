namespace PersonalizationEngine.Core.Recommendations;

/// <summary>
/// Multiplies the score of items before they are ranked. A boost moves items among those that the same kind of evidence speaks
/// for; it brings nothing popular before what suits the person.
/// </summary>
/// <param name="Factor">0.1 to 10: above 1 forward, below 1 back; what lies outside counts as the nearest bound.</param>
public sealed record ScoreBoost(ItemCondition Where, double Factor)
{
    public const double Lowest = 0.1, Highest = 10;
}
