namespace PersonalizationEngine.Core.Scoring.Models.Crossings;

/// <summary>Somebody crossed the threshold of a segment.</summary>
/// <param name="IsUp">They entered it; else they left it.</param>
/// <param name="Sequence">1 for the first crossing of this threshold by this person, one more with each.</param>
/// <param name="Score">At that instant, exact.</param>
public readonly record struct ThresholdCrossing(LeadSegment Segment, bool IsUp, long Sequence, DateTimeOffset At, double Score);
