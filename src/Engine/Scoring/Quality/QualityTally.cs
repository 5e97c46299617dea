using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Statistics.Classification;

namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>Adds up looks by score, which has two decimals, so that memory does not grow with how many there are.</summary>
internal sealed class QualityTally
{
    private readonly Dictionary<decimal, (long Positives, long Negatives)> _scores = [];
    private readonly SegmentTally[] _segments = [.. Enum.GetValues<LeadSegment>().Select(_ => new SegmentTally())];
    private readonly SegmentTally _all = new();
    private bool _hasConverted, _isOpen;
    private long _convertedPeople;

    public void Add(PersonLook look)
    {
        var (positives, negatives) = _scores.GetValueOrDefault(look.Score);
        _scores[look.Score] = look.Converted ? (positives + 1, negatives) : (positives, negatives + 1);
        _segments[(int)look.Segment].Add(look.Converted);
        _all.Add(look.Converted);
        _hasConverted |= look.Converted;
        _isOpen = true;
    }

    public void EndPerson()
    {
        if (!_isOpen) return;
        foreach (var segment in _segments) segment.EndPerson();
        _all.EndPerson();
        if (_hasConverted) _convertedPeople++;
        (_hasConverted, _isOpen) = (false, false);
    }

    /// <summary>By score.</summary>
    public IReadOnlyList<CaseCount> Counts => [.. _scores.Select(score => new CaseCount((double)score.Key, score.Value.Positives, score.Value.Negatives))];

    public GroupQuality Complete()
    {
        var all = _all.Rate;
        var area = RankingArea.OfCounts(Counts);
        // Looks at one person are no independent cases; taken as one, they cannot make the interval too narrow.
        if (area is { } known) area = known with { Error = known.Error * Math.Sqrt((double)all.Trials / all.Clusters) };
        return new GroupQuality(
            all, _convertedPeople, area,
            [.. _segments.Select((segment, place) => new SegmentQuality((LeadSegment)place, new GroupLift(segment.Rate, all.Rate ?? 0)))]);
    }
}
