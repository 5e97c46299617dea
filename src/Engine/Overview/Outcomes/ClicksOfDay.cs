using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Engine.Overview.Outcomes;

/// <summary>Recommendations that were shown on a day of UTC, and how many of them were clicked, whenever that was.</summary>
public sealed record ClicksOfDay(DateTimeOffset Day, long Impressions, long Clicks)
{
    /// <summary>Null without impressions.</summary>
    public double? Rate => Impressions == 0 ? null : (double)Clicks / Impressions;

    /// <summary>Of the rate, at 95 %.</summary>
    public WilsonInterval Interval => WilsonInterval.Of(Clicks, Impressions);
}
