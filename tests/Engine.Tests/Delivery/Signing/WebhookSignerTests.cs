using System.Text;
using CsCheck;
using PersonalizationEngine.Engine.Delivery.Signing;
using PersonalizationEngine.Engine.Tests.Ingestion.Authentication;

namespace PersonalizationEngine.Engine.Tests.Delivery.Signing;

public sealed class WebhookSignerTests
{
    private const string Other = "whsec_b2xkIHNlY3JldCBvZiB0aGUgcHJvdmlkZXI=";

    [Fact]
    public void Sign_PublishedExample_IsThePublishedSignature() => Assert.Equal(
        Signed.Hmac, WebhookSigner.Parse(Signed.Secret)!.Sign(Signed.Id, Signed.SentAt.ToUnixTimeSeconds(), Encoding.UTF8.GetBytes(Signed.Body)));

    [Fact]
    public void Sign_AnyBody_IsAcceptedByTheVerifierWithAnyOfTheKeys() => Gen.Select(Gen.String, Gen.Bool).Sample((body, isOld) =>
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var text = Encoding.UTF8.GetString(bytes);
        var signature = WebhookSigner.Parse($"{Signed.Secret} {Other}")!.Sign(Signed.Id, Signed.SentAt.ToUnixTimeSeconds(), bytes);

        return Signed.WhyRefused(Signed.Headers(signature), text, isOld ? Other : Signed.Secret) is null;
    });

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("whsec_")]
    [InlineData("whsec_c2hvcnQ=")]
    [InlineData(Signed.PublicKey)]
    [InlineData(Signed.Secret + " whsec_")]
    public void Parse_WithoutAUsableSecret_IsNothing(string secrets) => Assert.Null(WebhookSigner.Parse(secrets));
}
