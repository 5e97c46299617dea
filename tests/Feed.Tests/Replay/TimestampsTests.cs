using PersonalizationEngine.Feed.Replay.Values;
using PersonalizationEngine.Feed.Sending;

namespace Feed.Tests.Replay;

public sealed class TimestampsTests
{
    [Theory]
    [InlineData("1396437466.94", "Auto", "2014-04-02T11:17:46.940Z")]
    [InlineData("1396437466", "Unix", "2014-04-02T11:17:46.000Z")]
    [InlineData("1396437466940", "Auto", "2014-04-02T11:17:46.940Z")]
    [InlineData("1396437466940", "UnixMs", "2014-04-02T11:17:46.940Z")]
    [InlineData("0", "Unix", "1970-01-01T00:00:00.000Z")]
    [InlineData("2026-05-14T09:30:00Z", "Auto", "2026-05-14T09:30:00.000Z")]
    [InlineData("2026-05-14T09:30:00+02:00", "Iso", "2026-05-14T07:30:00.000Z")]
    [InlineData("2026-05-14 09:30", "Iso", "2026-05-14T09:30:00.000Z")]
    [InlineData("2026-05-14", "Auto", "2026-05-14T00:00:00.000Z")]
    public void Read_Instant_InThatFormat(string text, string format, string expected) =>
        Assert.Equal(expected, WireTime.Text(Timestamps.Read(text, Enum.Parse<TimestampFormat>(format))!.Value));

    [Theory]
    [InlineData("yesterday", "Auto")]
    [InlineData("", "Auto")]
    [InlineData("2026-05-14", "Unix")]
    [InlineData("1e40", "Auto")]
    [InlineData("1e20", "Unix")]
    [InlineData("NaN", "UnixMs")]
    public void Read_NoInstant_IsNone(string text, string format) =>
        Assert.Null(Timestamps.Read(text, Enum.Parse<TimestampFormat>(format)));
}
