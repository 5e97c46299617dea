using PersonalizationEngine.Feed.Sending.Proof;

namespace Feed.Tests.Sending;

public sealed class WebhookSecretTests
{
    /// <summary>The example of the Standard Webhooks libraries.</summary>
    [Theory]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    public void Sign_KnownVector_GivesItsSignature(string text)
    {
        Assert.True(WebhookSecret.Parse(text).TryGet(out var secret, out _));

        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            secret.Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"u8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_not base64!")]
    public void Parse_NoSecret_SaysSo(string text)
    {
        Assert.False(WebhookSecret.Parse(text).TryGet(out _, out var failure));
        Assert.Contains("whsec_<base64>", failure, StringComparison.Ordinal);
    }
}
