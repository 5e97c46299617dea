using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Overview.Minutes;

/// <summary>What all processes decided lately.</summary>
/// <param name="ByTwoMinutes">The last hour.</param>
/// <param name="ByHalfHour">The last day.</param>
/// <param name="LostSince">When exposures were first lost in the last day; null where none was.</param>
public sealed record DecisionsNow(
    DecisionWindow FiveMinutes, DecisionWindow TenMinutes, DecisionWindow Hour, DecisionWindow Day,
    IReadOnlyList<DecisionWindow> ByTwoMinutes, IReadOnlyList<DecisionWindow> ByHalfHour, DateTimeOffset? LostSince)
{
    public static async Task<DecisionsNow> ReadAsync(IDecisionMinutes store, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var hour = CountedSpan.StartOf(now.AddHours(-1), 2);
        var day = CountedSpan.StartOf(now.AddDays(-1), 30);
        return Of(
            await store.ReadAsync(CountedSpan.OneMinute, hour, cancellationToken), await store.ReadAsync(CountedSpan.TenMinutes, day, cancellationToken), now);
    }

    public static DecisionsNow Of(IReadOnlyList<CountedSpan> minutes, IReadOnlyList<CountedSpan> tens, DateTimeOffset now)
    {
        var day = CountedSpan.StartOf(now.AddDays(-1), CountedSpan.TenMinutes);
        return new DecisionsNow(
            Last(5), Last(10), Last(60), DecisionWindow.Of(tens, day, now),
            DecisionWindow.Series(minutes, 2, now.AddHours(-1), now), DecisionWindow.Series(tens, 30, now.AddDays(-1), now),
            tens.Where(span => span.Counts.LostExposures > 0).Select(span => (DateTimeOffset?)span.StartsAt).Min());

        DecisionWindow Last(int length) => DecisionWindow.Of(minutes, CountedSpan.StartOf(now.AddMinutes(-length), CountedSpan.OneMinute), now);
    }
}
