using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Engine.Overview.Segments;

/// <summary>How many people had a stored score in each segment at an instant.</summary>
/// <param name="People">One for each segment, the coldest first.</param>
public sealed record SegmentCount(DateTimeOffset At, IReadOnlyList<long> People)
{
    public long this[LeadSegment segment] => People[(int)segment];

    public long All => People.Sum();

    public DateTimeOffset Day => new(At.UtcDateTime.Date, TimeSpan.Zero);
}
