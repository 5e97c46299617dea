using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Engine.Administration.Holdouts;

namespace PersonalizationEngine.Functions.Admin.Rules.Holdouts;

/// <param name="Converted">People who did at least once after they were first reached.</param>
/// <param name="Rate">Of people who converted; null without people.</param>
/// <param name="RateLow">Lower end of its 95 % Wilson interval.</param>
/// <param name="RateHigh">Its upper end.</param>
internal sealed record RuleGroupAnswer(long People, long Converted, double? Rate, double RateLow, double RateHigh)
{
    public static RuleGroupAnswer Of(RuleGroup group)
    {
        var interval = WilsonInterval.Of(group.Converted, group.People);
        return new RuleGroupAnswer(group.People, group.Converted, group.Rate, interval.Low, interval.High);
    }
}
