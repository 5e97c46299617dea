namespace PersonalizationEngine.Core.Scoring.Models.Crossings;

/// <summary>Where somebody stands by the threshold of a segment.</summary>
/// <param name="Since">Of the last crossing that was noted; null while there was none.</param>
/// <param name="Sequence">How many crossings of this threshold were noted.</param>
public readonly record struct ThresholdState(LeadSegment Segment, bool IsInside, DateTimeOffset? Since, long Sequence);
