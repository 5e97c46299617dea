namespace PersonalizationEngine.Core.Scoring;

/// <summary>
/// The lowest score of each segment but the first, in points; a score on a threshold belongs to the warmer segment.
/// Must rise: 0 &lt; warm &lt; hot &lt; sales ready &lt;= 999.99. Default: 20, 50, 80.
/// </summary>
public sealed record SegmentThresholds(decimal Warm, decimal Hot, decimal SalesReady)
{
    public static SegmentThresholds Default { get; } = new(20, 50, 80);

    public bool Rise => 0 < Warm && Warm < Hot && Hot < SalesReady && SalesReady <= LeadScore.Highest;

    public LeadSegment SegmentOf(decimal score) =>
        score >= SalesReady ? LeadSegment.SalesReady
        : score >= Hot ? LeadSegment.HotLead
        : score >= Warm ? LeadSegment.WarmLead
        : LeadSegment.ColdLead;

    /// <summary>The next warmer segment and where it begins; null for the warmest.</summary>
    public (LeadSegment Segment, decimal Score)? Above(LeadSegment segment) => segment switch
    {
        LeadSegment.ColdLead => (LeadSegment.WarmLead, Warm),
        LeadSegment.WarmLead => (LeadSegment.HotLead, Hot),
        LeadSegment.HotLead => (LeadSegment.SalesReady, SalesReady),
        _ => null,
    };
}
