namespace PersonalizationEngine.Core.Scoring.Models;

/// <summary>When somebody counts as having crossed a threshold, and what is done then.</summary>
/// <param name="Hysteresis">Points below the threshold at which a segment is left again. Default 0, up to 999.99.</param>
/// <param name="Dwell">For so long after a crossing of a threshold it is not crossed again. Default none, up to 365 days.</param>
public sealed record CrossingPolicy(double Hysteresis, TimeSpan Dwell, IReadOnlyList<CrossingAction> Actions)
{
    public static CrossingPolicy Default { get; } = new(0, TimeSpan.Zero, []);

    /// <summary>Null when nothing is done.</summary>
    public CrossingAction? ActionOf(LeadSegment segment, bool isUp)
    {
        foreach (var action in Actions)
            if (action.Segment == segment && action.IsUp == isUp) return action;
        return null;
    }
}
