namespace PersonalizationEngine.Feed.Sending;

/// <summary>How a run ended.</summary>
/// <param name="Failure">Why it ended before its source did; null where everything was delivered.</param>
internal sealed record SendingReport(SendingTally Tally, string? Failure);
