using System.Text;

namespace PersonalizationEngine.Engine.Tests.Ingestion.Authentication;

/// <summary>A signed request is good for five minutes either way, to the second.</summary>
public sealed class ToleranceTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(86_400, false)]
    public void WhyRefused_ClocksApart_FiveMinutesAreTolerated(int seconds, bool accepted) =>
        Assert.Equal(accepted, Signed.WhyRefused(Signed.Headers(), now: Signed.SentAt.AddSeconds(seconds)) is null);

    [Fact]
    public void WhyRefused_LaterWithinTheSecond_CountsWholeSeconds() =>
        Assert.Null(Signed.WhyRefused(Signed.Headers(), now: Signed.SentAt.AddMinutes(5).AddMilliseconds(999)));

    [Fact]
    public void WhyRefused_ClockInAnotherZone_ComparesInstants() =>
        Assert.Null(Signed.WhyRefused(Signed.Headers(), now: Signed.SentAt.ToOffset(TimeSpan.FromHours(9))));

    [Theory]
    [InlineData("")]
    [InlineData(" 1614265330")]
    [InlineData("+1614265330")]
    [InlineData("-1614265330")]
    [InlineData("1614265330.0")]
    [InlineData("1,614,265,330")]
    [InlineData("1.61426533e9")]
    [InlineData("0x60378632")]
    [InlineData("2021-02-25T15:02:10Z")]
    [InlineData("1614265330000")]
    [InlineData("9223372036854775807")]
    [InlineData("9223372036854775808")]
    [InlineData("99999999999999999999999999999999")]
    public void WhyRefused_TimestampIsNoSuchSecond_IsRefusedThoughSigned(string timestamp)
    {
        var signature = Signed.Sign(Convert.FromBase64String(Signed.Secret[6..]), Signed.Id, timestamp, Encoding.UTF8.GetBytes(Signed.Body));

        Assert.NotNull(Signed.WhyRefused(Signed.Headers(signature, timestamp: timestamp)));
    }
}
