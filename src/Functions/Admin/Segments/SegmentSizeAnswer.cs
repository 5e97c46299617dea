using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Functions.Admin.Segments;

/// <param name="Members">Of those judged.</param>
/// <param name="Share">Members of those judged, 0 to 1; 0 when nobody was.</param>
/// <param name="Complete">Everybody was judged, not only the first ones by id.</param>
/// <param name="Sample">Ids of the first members met.</param>
internal sealed record SegmentSizeAnswer(
    int Members, int Judged, long People, double Share, bool Complete, IReadOnlyList<string> Sample, DateTimeOffset At)
{
    public static SegmentSizeAnswer Of(SegmentSize size) => new(
        size.Members, size.Judged, size.People, size.Judged == 0 ? 0 : (double)size.Members / size.Judged, size.IsComplete, size.Sample, size.At);
}
