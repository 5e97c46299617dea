using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Engine.Overview.Segments;

/// <summary>How many people had a stored score in each segment at an instant.</summary>
/// <param name="People">One for each segment, the coldest first.</param>
/// <param name="Unscored">Who are known and have no score yet.</param>
public sealed record SegmentCount(DateTimeOffset At, IReadOnlyList<long> People, long Unscored = 0)
{
    public long this[LeadSegment segment] => People[(int)segment];

    public long All => People.Sum() + Unscored;

    public DateTimeOffset Day => new(At.UtcDateTime.Date, TimeSpan.Zero);
}
