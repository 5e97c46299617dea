namespace PersonalizationEngine.Engine.Tests.Ingestion.Authentication;

/// <summary>What the Standard Webhooks specification publishes must hold here to the letter.</summary>
public sealed class PublishedExampleTests
{
    [Theory]
    [InlineData(Signed.Secret, Signed.Hmac)]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Signed.Hmac)]
    [InlineData(Signed.PublicKey, Signed.Ed25519)]
    public void WhyRefused_PublishedSignature_IsAccepted(string key, string signature) =>
        Assert.Null(Signed.WhyRefused(Signed.Headers(signature), secrets: key));

    [Theory]
    [InlineData(Signed.Secret, Signed.Hmac)]
    [InlineData(Signed.PublicKey, Signed.Ed25519)]
    public void WhyRefused_AnythingSignedDiffers_IsRefused(string key, string signature)
    {
        var headers = Signed.Headers(signature);

        Assert.NotNull(Signed.WhyRefused(headers, "{\"test\":2432232314}", key));
        Assert.NotNull(Signed.WhyRefused(headers, "", key));
        Assert.NotNull(Signed.WhyRefused(headers with { Id = Signed.Id + "x" }, Signed.Body, key));
        Assert.NotNull(Signed.WhyRefused(headers with { Timestamp = "1614265331" }, Signed.Body, key));
    }

    [Theory]
    [InlineData("v1,")]
    [InlineData("v1")]
    [InlineData(",")]
    [InlineData("v1,g0hM9")]
    [InlineData("v1,not base64")]
    [InlineData("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1A==")]
    [InlineData("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("V1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    public void WhyRefused_SignatureInAnotherShape_IsRefused(string signature) =>
        Assert.NotNull(Signed.WhyRefused(Signed.Headers(signature), secrets: $"{Signed.Secret} {Signed.PublicKey}"));

    [Fact]
    public void WhyRefused_SignatureOfTheOtherScheme_IsRefused()
    {
        var asEd25519 = "v1a," + Signed.Hmac[3..];
        var asHmac = "v1," + Signed.Ed25519[4..];

        Assert.NotNull(Signed.WhyRefused(Signed.Headers(asEd25519), secrets: Signed.PublicKey));
        Assert.NotNull(Signed.WhyRefused(Signed.Headers(asHmac)));
    }

    [Fact]
    public void WhyRefused_Ed25519CutOrGrown_IsRefused()
    {
        Assert.NotNull(Signed.WhyRefused(Signed.Headers(Signed.Ed25519[..^4]), secrets: Signed.PublicKey));
        Assert.NotNull(Signed.WhyRefused(Signed.Headers("v1a,AAAA" + Signed.Ed25519[4..]), secrets: Signed.PublicKey));
    }
}
