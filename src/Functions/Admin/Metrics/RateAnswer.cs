using PersonalizationEngine.Engine.Feedback;

namespace PersonalizationEngine.Functions.Admin.Metrics;

/// <summary>How often what was shown was clicked.</summary>
/// <param name="Experiment">Null for everybody together.</param>
/// <param name="Clicks">Impressions that were clicked.</param>
/// <param name="Ctr">Clicks per impression; null without impressions.</param>
/// <param name="CtrLow">Lower end of the 95 % Wilson interval.</param>
/// <param name="CtrHigh">Its upper end.</param>
internal sealed record RateAnswer(
    string Slot, string Source, string? Experiment, string? Variant, long Impressions, long Clicks, double? Ctr, double CtrLow, double CtrHigh)
{
    public static RateAnswer Of(ClickThrough rate) => new(
        rate.Slot, rate.Source, rate.Experiment, rate.Variant, rate.Impressions, rate.Clicks, rate.Rate, rate.Interval.Low, rate.Interval.High);
}
