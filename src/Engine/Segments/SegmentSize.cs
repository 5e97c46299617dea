namespace PersonalizationEngine.Engine.Segments;

/// <summary>How many people a condition holds for.</summary>
/// <param name="Members">Of those judged.</param>
/// <param name="Judged">People asked, in the order of their ids.</param>
/// <param name="People">Everybody there is.</param>
/// <param name="Sample">Ids of the first members met.</param>
public sealed record SegmentSize(int Members, int Judged, long People, IReadOnlyList<string> Sample, DateTimeOffset At)
{
    /// <summary>Everybody was asked.</summary>
    public bool IsComplete => Judged >= People;
}
