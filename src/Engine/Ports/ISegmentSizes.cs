using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Overview.Segments;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>How many people are in each segment of the lead score, now and over time.</summary>
public interface ISegmentSizes
{
    /// <summary>Counts them by their stored scores, along an index of everybody: for a schedule, or once in a while.</summary>
    Task<SegmentCount> CountAsync(SegmentThresholds thresholds, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Keeps a count as that of its day, in UTC; the last one of a day stays.</summary>
    Task SaveAsync(SegmentCount count, CancellationToken cancellationToken);

    /// <summary>One for each day on which people were counted, the earliest first.</summary>
    Task<IReadOnlyList<SegmentCount>> ReadAsync(DateTimeOffset since, CancellationToken cancellationToken);
}
