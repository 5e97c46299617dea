using System.Text.Json;

namespace PersonalizationEngine.Core.Scoring.Models;

/// <summary>
/// A way to score leads beside the plain sum of the settings: fit and engagement apart, with caps, decay and a grade. Several
/// stand side by side.
/// </summary>
/// <param name="Key">Unique among models; what <c>?model=</c> names.</param>
/// <param name="Active">Crossings of its thresholds are noted and acted on. An inactive one can still be asked for.</param>
/// <param name="Thresholds">Where its segments begin, in points; they follow from the exact score.</param>
/// <param name="Bounds">Of the total. Default: 0 to 999.99.</param>
/// <param name="Groups">In the order they are written.</param>
/// <param name="Json">The model as it was sent.</param>
public sealed record LeadModel(
    long Id, string Key, string Name, string? Description, bool Active, SegmentThresholds Thresholds, ScoreBounds Bounds,
    IReadOnlyList<ScoreGroup> Groups, JsonElement Json)
{
    /// <summary>Null when it gives no grades.</summary>
    public GradeGrid? Grades { get; init; }

    public CrossingPolicy Crossings { get; init; } = CrossingPolicy.Default;

    /// <summary>How its score becomes a probability; null where nobody has learned that from outcomes.</summary>
    public ScoreCalibration? Calibration { get; init; }

    public IEnumerable<ScoreRule> Rules => Groups.SelectMany(group => group.Rules);

    /// <summary>The least score of a segment; of the coldest, nothing is too little.</summary>
    public double LeastOf(LeadSegment segment) => segment switch
    {
        LeadSegment.WarmLead => (double)Thresholds.Warm,
        LeadSegment.HotLead => (double)Thresholds.Hot,
        LeadSegment.SalesReady => (double)Thresholds.SalesReady,
        _ => double.NegativeInfinity,
    };

    public LeadSegment SegmentOf(double score) =>
        score >= LeastOf(LeadSegment.SalesReady) ? LeadSegment.SalesReady
        : score >= LeastOf(LeadSegment.HotLead) ? LeadSegment.HotLead
        : score >= LeastOf(LeadSegment.WarmLead) ? LeadSegment.WarmLead
        : LeadSegment.ColdLead;
}
