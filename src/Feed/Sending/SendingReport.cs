using PersonalizationEngine.Feed.Sending.Answers;

namespace PersonalizationEngine.Feed.Sending;

/// <summary>How a run ended.</summary>
/// <param name="Failure">Why it ended before its source did; null where everything was delivered.</param>
internal sealed record SendingReport(SendingTally Tally, TimeSpan Elapsed, string? Failure)
{
    /// <summary>Events answered for in a second, on average.</summary>
    public double Rate => Elapsed > TimeSpan.Zero ? Tally.Sent / Elapsed.TotalSeconds : 0;
}
