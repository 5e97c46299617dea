using PersonalizationEngine.Functions.Hosting.Telemetry;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>How <c>APPLICATIONINSIGHTS_AUTHENTICATION_STRING</c> is read.</summary>
public sealed class EntraAuthenticationTests
{
    [Theory]
    [InlineData("Authorization=AAD", null)]
    [InlineData("authorization=aad", null)]
    [InlineData(" Authorization = AAD ; ", null)]
    [InlineData("Authorization=AAD;ClientId=", null)]
    [InlineData("ClientId=1f2e;Authorization=AAD", "1f2e")]
    [InlineData("Authorization=AAD; clientid = 1f2e ;", "1f2e")]
    [InlineData("Authorization=AAD;ClientId=1f=2e", "1f=2e")]
    public void Parse_AsksForEntra_TellsWhoseIdentity(string text, string? clientId) => Assert.Equal(new EntraAuthentication(clientId), EntraAuthentication.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(";;")]
    [InlineData("AAD")]
    [InlineData("ClientId=1f2e")]
    [InlineData("Authorization=")]
    [InlineData("Authorization=ApiKey;ClientId=1f2e")]
    public void Parse_AsksForNothingOfTheKind_IsNull(string? text) => Assert.Null(EntraAuthentication.Parse(text));
}
