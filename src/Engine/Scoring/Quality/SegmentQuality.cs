using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Statistics.Classification;

namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <param name="Lift">How many of a segment converted, beside all.</param>
public sealed record SegmentQuality(LeadSegment Segment, GroupLift Lift);
