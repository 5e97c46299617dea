namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class VersionTests
{
    [Theory]
    [InlineData("""{"app": {"$veq": "4.2.0"}}""", """{"app": "v4.2.0+build.7"}""", true)]
    [InlineData("""{"app": {"$veq": "4.2.0"}}""", """{"app": "4.2"}""", false)]
    [InlineData("""{"app": {"$veq": "4.2.0"}}""", """{"app": "4-2-0"}""", true)]
    [InlineData("""{"app": {"$vne": "4.2.0"}}""", """{"app": "4.2.0"}""", false)]
    [InlineData("""{"app": {"$vne": "4.2.0"}}""", """{"app": "4.2.0-rc"}""", true)]
    [InlineData("""{"app": {"$vgt": "4.9.0"}}""", """{"app": "4.10.0"}""", true)]
    [InlineData("""{"app": {"$vgt": "4.10.0"}}""", """{"app": "4.10.0"}""", false)]
    [InlineData("""{"app": {"$vgte": "4.10.0"}}""", """{"app": "4.10.0"}""", true)]
    [InlineData("""{"app": {"$vgte": "4.10.0"}}""", """{"app": "4.10.0-beta.2"}""", false)]
    [InlineData("""{"app": {"$vlt": "4.10.0"}}""", """{"app": "4.10.0-beta.2"}""", true)]
    [InlineData("""{"app": {"$vlt": "4.10.0"}}""", """{"app": "10.0.0"}""", false)]
    [InlineData("""{"app": {"$vlte": "4.10.0"}}""", """{"app": "4.10.0"}""", true)]
    [InlineData("""{"app": {"$vlte": "4.10.0"}}""", """{"app": "4.10.1"}""", false)]
    [InlineData("""{"app": {"$vlt": "1.0.0-beta.11"}}""", """{"app": "1.0.0-beta.2"}""", true)]
    [InlineData("""{"app": {"$vgt": "1.0.0-beta"}}""", """{"app": "1.0.0-BETA"}""", false)]
    // more than five digits are not padded and come by their first digit, as the specification has it
    [InlineData("""{"app": {"$vlt": "1.20000.0"}}""", """{"app": "1.100000.0"}""", true)]
    [InlineData("""{"app": {"$vgt": "1.99999.0"}}""", """{"app": "1.100000.0"}""", false)]
    // a number is the version it spells; what is no version is 0
    [InlineData("""{"app": {"$vgte": "2.5"}}""", """{"app": 2.5}""", true)]
    [InlineData("""{"app": {"$veq": 3}}""", """{"app": "3"}""", true)]
    [InlineData("""{"app": {"$vlt": "1.0.0"}}""", """{}""", true)]
    [InlineData("""{"app": {"$veq": "0"}}""", """{"app": ""}""", true)]
    [InlineData("""{"app": {"$veq": "0"}}""", """{"app": [1]}""", true)]
    [InlineData("""{"app": {"$vgt": "1.0.0"}}""", """{"app": true}""", false)]
    [InlineData("""{"app": {"$vgt": null}}""", """{"app": "1.0.0"}""", false)]
    [InlineData("""{"app": {"$vgt": ""}}""", """{"app": "1.0.0"}""", false)]
    public void Version_InPaddedOrder_MatchesAsDocumented(string condition, string attributes, bool expected) =>
        Assert.Equal(expected, Judgement.Matches(condition, attributes));
}
