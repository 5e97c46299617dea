using CsCheck;
using PersonalizationEngine.Core.Profiles.Live;

namespace PersonalizationEngine.Core.Tests.Profiles.Live;

public sealed class LiveWindowTests
{
    private static readonly Gen<DateTimeOffset> Instant =
        Gen.Long[-1_000_000_000_000, 4_000_000_000_000].Select(DateTimeOffset.FromUnixTimeMilliseconds);

    [Fact]
    public void BucketOf_AnyAct_CountsForFiftyFiveToSixtyMinutes() =>
        Gen.Select(Instant, Gen.Int[0, 7_200_000]).Sample((now, age) =>
        {
            var counts = LiveWindow.BucketOf(now.AddMilliseconds(-age), now) is not null;

            if (age <= 55 * 60_000) Assert.True(counts);
            if (age >= 60 * 60_000) Assert.False(counts);
        });

    [Fact]
    public void BucketOf_ActOfAClockAhead_IsOfNow() =>
        Gen.Select(Instant, Gen.Int[0, 600_000]).Sample((now, ahead) =>
            Assert.Equal(LiveWindow.BucketOf(now), LiveWindow.BucketOf(now.AddMilliseconds(ahead), now)));
}
