using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Scoring.Models;

namespace PersonalizationEngine.Functions.Scoring;

/// <param name="At">The first instant at which the score is on the other side of the segment's threshold, if nothing more happens.</param>
internal sealed record SegmentChangeAnswer(string Segment, DateTimeOffset At)
{
    public static IReadOnlyList<SegmentChangeAnswer> Of(IReadOnlyList<SegmentChange> changes) =>
        [.. changes.Select(change => new SegmentChangeAnswer(change.Segment.Name(), change.At))];
}
