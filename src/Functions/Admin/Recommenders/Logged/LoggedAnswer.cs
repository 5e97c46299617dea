using PersonalizationEngine.Engine.Recommendations.Judging;

namespace PersonalizationEngine.Functions.Admin.Recommenders.Logged;

/// <param name="People">To whom exploration places were shown.</param>
/// <param name="Exposures">How many of these places were shown.</param>
/// <param name="Clicks">How many of those were clicked.</param>
/// <param name="Ctr">Clicks per exposure, as it was; null without exposures.</param>
/// <param name="CtrLow">Lower end of the 95 % Wilson interval, for as many independent exposures as those of so many people are worth.</param>
/// <param name="CtrHigh">Its upper end.</param>
/// <param name="WeightCap">An exposure that a policy would have chosen more than so many times as often counts so many times.</param>
internal sealed record LoggedAnswer(
    DateTimeOffset From,
    DateTimeOffset Until,
    long People,
    long Exposures,
    long Clicks,
    double? Ctr,
    double CtrLow,
    double CtrHigh,
    double WeightCap,
    IReadOnlyList<PolicyAnswer> Policies)
{
    public static LoggedAnswer Of(ExplorationReport report) => new(
        report.From,
        report.Until,
        report.Rate.Clusters,
        report.Rate.Trials,
        report.Rate.Successes,
        report.Rate.Rate,
        report.Rate.Interval.Low,
        report.Rate.Interval.High,
        report.WeightCap,
        [.. report.Policies.Select(PolicyAnswer.Of)]);
}
