namespace PersonalizationEngine.Feed.Sending.Batches;

/// <summary>
/// Consecutive records of a source, as one batch for each endpoint they address. A group is acknowledged as a whole:
/// its end is where a resumed replay goes on.
/// </summary>
internal sealed record EventGroup(long Number, IReadOnlyList<EventBatch> Batches, SourcePosition End);
