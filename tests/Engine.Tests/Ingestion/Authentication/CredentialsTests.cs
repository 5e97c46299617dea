using PersonalizationEngine.Engine.Ingestion.Authentication;

namespace PersonalizationEngine.Engine.Tests.Ingestion.Authentication;

public sealed class CredentialsTests
{
    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Parse_Secret_HasTwentyFourToSixtyFourBytes(int bytes, bool usable) =>
        Assert.Equal(usable, WebhookKey.Parse("whsec_" + Convert.ToBase64String(new byte[bytes])) is HmacKey);

    [Fact]
    public void Parse_PublicKey_HasThirtyTwoBytes()
    {
        var key = Convert.FromBase64String(Signed.PublicKey[5..]);

        Assert.IsType<Ed25519Key>(WebhookKey.Parse("whpk_" + Convert.ToBase64String(key)));
        Assert.Null(WebhookKey.Parse("whpk_" + Convert.ToBase64String(key[..31])));
        Assert.Null(WebhookKey.Parse("whpk_" + Convert.ToBase64String([.. key, 0])));
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0xFF)]
    public void Parse_PublicKeyThatIsNoPoint_IsNone(byte filling) =>
        Assert.Null(WebhookKey.Parse("whpk_" + Convert.ToBase64String(Enumerable.Repeat(filling, 32).ToArray())));

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whpk_")]
    [InlineData("raw:")]
    [InlineData("whsec_!!!!")]
    public void Parse_KeyOfNothing_IsNone(string text) => Assert.Null(WebhookKey.Parse(text));

    [Fact]
    public void Parse_BadEntries_AreNamedByPlaceAndNeverShown()
    {
        var faults = new List<string>();

        var credentials = WebhookCredentials.Parse($"{Signed.Secret} tooshortsecret raw:", "fifteen-letters long-enough-token", faults);

        Assert.Single(credentials.Keys);
        Assert.Collection(
            faults,
            fault => Assert.StartsWith("WEBHOOK_SECRETS, entry 2:", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("WEBHOOK_SECRETS, entry 3:", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("WEBHOOK_TOKENS, entry 1:", fault, StringComparison.Ordinal));
        Assert.DoesNotContain(faults, fault => fault.Contains("tooshort", StringComparison.Ordinal) || fault.Contains("fifteen", StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_NothingSet_HasNothingAndNoFault()
    {
        var faults = new List<string>();

        Assert.Empty(WebhookCredentials.Parse(null, " \n ", faults).Keys);
        Assert.Empty(faults);
    }
}
