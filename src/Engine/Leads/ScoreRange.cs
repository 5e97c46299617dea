using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Engine.Leads;

/// <param name="From">In points, itself included.</param>
/// <param name="Below">In points, itself not.</param>
public readonly record struct ScoreRange(decimal From, decimal Below)
{
    public const decimal Step = 0.01m;

    /// <summary>Every score there can be.</summary>
    public static ScoreRange Any { get; } = new(LeadScore.Lowest, LeadScore.Highest + Step);

    /// <summary>The scores of a segment.</summary>
    public static ScoreRange Of(LeadSegment segment, SegmentThresholds thresholds) => new(
        segment switch
        {
            LeadSegment.SalesReady => thresholds.SalesReady,
            LeadSegment.HotLead => thresholds.Hot,
            LeadSegment.WarmLead => thresholds.Warm,
            _ => LeadScore.Lowest,
        },
        thresholds.Above(segment)?.Score ?? Any.Below);

    /// <summary>What both hold; may be empty.</summary>
    public ScoreRange And(ScoreRange other) => new(Math.Max(From, other.From), Math.Min(Below, other.Below));
}
