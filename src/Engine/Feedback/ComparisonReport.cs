using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Engine.Feedback;

/// <summary>How personal lists do beside the popular one.</summary>
/// <param name="ShareSet">Of people who get the popular list, as set now.</param>
/// <param name="ShareServed">Of the people whom something was shown; null while there are none.</param>
/// <param name="SampleRatio">The probability of a share served so far from the one set, by chance; null while nothing is compared.</param>
/// <param name="Lift">Of personal lists over the popular one; null while there is too little to tell.</param>
/// <param name="MissingExposures">How many more, of both groups as they come now, a difference of this size takes; null when it is proven or cannot be told.</param>
/// <param name="Note">What keeps it from a verdict; null when nothing but time does.</param>
public sealed record ComparisonReport(
    double ShareSet,
    double? ShareServed,
    double? SampleRatio,
    ClusteredRate Personal,
    ClusteredRate Comparison,
    RelativeLift? Lift,
    ComparisonVerdict Verdict,
    long? MissingExposures,
    string? Note);
