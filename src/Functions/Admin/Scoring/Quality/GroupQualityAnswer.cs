using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Functions.Admin.Scoring.Quality;

/// <param name="Looks">A person is looked at once at each instant while they have not converted.</param>
/// <param name="Conversions">Looks followed by one within the horizon.</param>
/// <param name="ConvertedPeople">Whose looks those are.</param>
/// <param name="BaseRate">Conversions by looks; null without looks.</param>
/// <param name="Auc">Of the score: 0.5 is chance; null while nobody converted, or everybody did.</param>
/// <param name="AucLow">Lower end of its 95 % interval, widened as if all looks at a person were one.</param>
/// <param name="AucHigh">Its upper end.</param>
internal sealed record GroupQualityAnswer(
    long People,
    long Looks,
    long Conversions,
    long ConvertedPeople,
    double? BaseRate,
    double? Auc,
    double? AucLow,
    double? AucHigh,
    IReadOnlyList<SegmentQualityAnswer> Segments)
{
    public static GroupQualityAnswer Of(GroupQuality group) => new(
        group.All.Clusters, group.All.Trials, group.All.Successes, group.ConvertedPeople, group.All.Rate,
        group.Area?.Value, group.Area?.Low, group.Area?.High, [.. group.Segments.Select(SegmentQualityAnswer.Of)]);
}
