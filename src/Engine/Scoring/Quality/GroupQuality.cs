using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Core.Statistics.Classification;

namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>How scores did at a number of looks.</summary>
/// <param name="All">Looks, each person being a cluster, and those followed by a conversion.</param>
/// <param name="ConvertedPeople">People with such a look.</param>
/// <param name="Area">Of the score; null while only one of both was seen.</param>
/// <param name="Segments">All of them, the coldest first.</param>
public sealed record GroupQuality(ClusteredRate All, long ConvertedPeople, RankingArea? Area, IReadOnlyList<SegmentQuality> Segments)
{
    public SegmentQuality this[LeadSegment segment] => Segments[(int)segment];
}
