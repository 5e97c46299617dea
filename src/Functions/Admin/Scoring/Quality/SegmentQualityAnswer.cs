using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Functions.Admin.Scoring.Quality;

/// <param name="Precision">The share of looks that were followed by a conversion; null without looks.</param>
/// <param name="Low">Lower end of the 95 % Wilson interval, for as many independent looks as those at so many people are worth.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Lift">Times the base rate.</param>
internal sealed record SegmentQualityAnswer(
    string Segment, long People, long Looks, long Conversions, double? Precision, double Low, double High, double? Lift, double? LiftLow, double? LiftHigh)
{
    public static SegmentQualityAnswer Of(SegmentQuality segment)
    {
        var rate = segment.Lift.Precision;
        return new SegmentQualityAnswer(
            segment.Segment.Name(), rate.Clusters, rate.Trials, rate.Successes, rate.Rate, rate.Interval.Low, rate.Interval.High,
            segment.Lift.Value, segment.Lift.Low, segment.Lift.High);
    }
}
