using CsCheck;
using PersonalizationEngine.Core.Delivery.Retrying;

namespace PersonalizationEngine.Core.Tests.Delivery.Retrying;

public sealed class RetryScheduleTests
{
    private static readonly RetrySchedule Schedule = RetrySchedule.Default;

    [Fact]
    public void DelayAfter_AnySend_IsWithinATenthAndSpansADay() => Gen.String.Sample(seed =>
    {
        var delays = Enumerable.Range(1, 7).Select(attempt => Schedule.DelayAfter(attempt, seed)!.Value).ToList();
        Assert.All(delays.Zip(Schedule.Delays), pair => Assert.InRange(pair.First / pair.Second, 0.9, 1.1));
        Assert.True(delays.Aggregate((sum, delay) => sum + delay) >= TimeSpan.FromHours(24));
        Assert.Null(Schedule.DelayAfter(8, seed));
        Assert.Equal(delays[3], Schedule.DelayAfter(4, seed));
    }, iter: 2_000, threads: 1);

    [Fact]
    public void DelayAfter_ManySends_AreSpreadEvenly()
    {
        var places = Enumerable.Range(0, 10_000).Select(send => (Schedule.DelayAfter(3, $"send-{send}")!.Value.TotalMinutes - 27) / 6).ToList();

        Assert.InRange(places.Average(), 0.49, 0.51);
        Assert.All(places.GroupBy(place => (int)(place * 10)), tenth => Assert.InRange(tenth.Count(), 880, 1_120));
        // The same send is not always early.
        Assert.NotEqual(Schedule.DelayAfter(6, "a")!.Value, Schedule.DelayAfter(7, "a")!.Value);
    }

    [Theory]
    [InlineData(60, 60, 66)] // longer than ours: never earlier than asked
    [InlineData(1, 4.5, 5.5)] // shorter than ours: ours
    [InlineData(-5, 4.5, 5.5)]
    [InlineData(0, 4.5, 5.5)]
    [InlineData(1_000_000, 86_400, 95_040)] // a day at most
    public void DelayAfter_ProviderAsksToWait_IsObeyed(double askedSeconds, double least, double most) => Gen.String.Sample(
        seed => Assert.InRange(Schedule.DelayAfter(1, seed, TimeSpan.FromSeconds(askedSeconds))!.Value.TotalSeconds, least, most), iter: 200, threads: 1);

    [Fact]
    public void DelayAfter_NoAttemptYet_IsABug() => Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.DelayAfter(0, "a"));
}
