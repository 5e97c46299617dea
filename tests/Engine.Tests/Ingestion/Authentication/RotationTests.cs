using System.Text;

namespace PersonalizationEngine.Engine.Tests.Ingestion.Authentication;

/// <summary>Several keys, several signatures, several tokens: one pair that fits is enough, wherever it stands.</summary>
public sealed class RotationTests
{
    private const string Other = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private const string Wrong = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    [Theory]
    [InlineData($"{Signed.Secret} {Other}")]
    [InlineData($"{Other} {Signed.Secret}")]
    [InlineData($"{Other}\n{Signed.PublicKey}\t{Signed.Secret}")]
    public void WhyRefused_OneOfSeveralKeys_Suffices(string secrets) => Assert.Null(Signed.WhyRefused(Signed.Headers(), secrets: secrets));

    [Theory]
    [InlineData($"{Signed.Hmac} {Wrong}")]
    [InlineData($"{Wrong} {Signed.Hmac}")]
    [InlineData($"v2,x {Wrong}  {Signed.Ed25519} {Signed.Hmac}")]
    [InlineData($"garbage {Signed.Hmac}")]
    public void WhyRefused_OneOfSeveralSignatures_Suffices(string signatures) => Assert.Null(Signed.WhyRefused(Signed.Headers(signatures)));

    [Fact]
    public void WhyRefused_KeyTakenOut_IsRefused() => Assert.NotNull(Signed.WhyRefused(Signed.Headers(), secrets: Other));

    [Fact]
    public void WhyRefused_EmptyBody_CanBeSigned()
    {
        var signature = Signed.Sign(Convert.FromBase64String(Signed.Secret[6..]), "m", Signed.Timestamp, []);

        Assert.Null(Signed.WhyRefused(Signed.Headers(signature, "m"), body: ""));
    }

    [Fact]
    public void WhyRefused_RawSecret_IsItsOwnBytes()
    {
        var signature = Signed.Sign(Encoding.UTF8.GetBytes("päss"), Signed.Id, Signed.Timestamp, Encoding.UTF8.GetBytes(Signed.Body));

        Assert.Null(Signed.WhyRefused(Signed.Headers(signature), secrets: "raw:päss"));
    }

    [Theory]
    [InlineData("token-one-of-three", true)]
    [InlineData("token-two-of-three", true)]
    [InlineData("token-six-of-three", true)]
    [InlineData("token-one-of-thre", false)]
    [InlineData("Token-one-of-three", false)]
    [InlineData("", false)]
    public void WhyRefused_TokenAlone_MustBeOneOfOurs(string token, bool accepted)
    {
        const string Ours = "token-one-of-three token-two-of-three token-six-of-three";

        Assert.Equal(accepted, Signed.WhyRefused(Signed.Headers(null, null, null, token), tokens: Ours) is null);
    }

    [Fact]
    public void WhyRefused_RightTokenBesideAWrongSignature_IsRefused() =>
        Assert.NotNull(Signed.WhyRefused(Signed.Headers(Wrong, token: "a-token-of-ours-0"), tokens: "a-token-of-ours-0"));

    [Fact]
    public void WhyRefused_NoCredentialsAtAll_AcceptsNothing()
    {
        Assert.NotNull(Signed.WhyRefused(Signed.Headers(), secrets: ""));
        Assert.NotNull(Signed.WhyRefused(Signed.Headers(null, null, null, "anything-of-16-characters"), secrets: ""));
        Assert.NotNull(Signed.WhyRefused(Signed.Headers(null, null, null)));
    }

    [Theory]
    [InlineData(null, Signed.Timestamp, Signed.Hmac)]
    [InlineData("", Signed.Timestamp, Signed.Hmac)]
    [InlineData(Signed.Id, null, Signed.Hmac)]
    [InlineData(Signed.Id, Signed.Timestamp, "")]
    public void WhyRefused_AHeaderMissing_SaysWhichAreNeeded(string? id, string? timestamp, string? signature) =>
        Assert.Contains("webhook-id", Signed.WhyRefused(Signed.Headers(signature, id, timestamp)), StringComparison.Ordinal);
}
