namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class PatternTests
{
    [Theory]
    [InlineData("""{"email": {"$regex": "@(acme|globex)\\.com$"}}""", """{"email": "kim@acme.com"}""", true)]
    [InlineData("""{"email": {"$regex": "@(acme|globex)\\.com$"}}""", """{"email": "kim@ACME.com"}""", false)]
    [InlineData("""{"email": {"$regexi": "@(acme|globex)\\.com$"}}""", """{"email": "kim@ACME.com"}""", true)]
    [InlineData("""{"email": {"$regexi": "@acme"}}""", """{"email": "kim@globex.com"}""", false)]
    [InlineData("""{"email": {"$notRegex": "@acme"}}""", """{"email": "kim@acme.com"}""", false)]
    [InlineData("""{"email": {"$notRegex": "@acme"}}""", """{"email": "kim@ACME.com"}""", true)]
    [InlineData("""{"email": {"$notRegex": "@acme"}}""", "{}", true)]
    [InlineData("""{"email": {"$notRegexi": "@acme"}}""", """{"email": "kim@ACME.com"}""", false)]
    [InlineData("""{"email": {"$notRegexi": "@acme"}}""", """{"email": "kim@globex.com"}""", true)]
    [InlineData("""{"path": {"$regex": "^/shop/[0-9]+"}}""", """{"path": "/shop/42/reviews"}""", true)]
    [InlineData("""{"path": {"$regex": "^\\/shop"}}""", """{"path": "/shop"}""", true)]
    // a number or boolean as it is written; nothing else is text
    [InlineData("""{"zip": {"$regex": "^80[0-9]{2}$"}}""", """{"zip": 8004}""", true)]
    [InlineData("""{"trial": {"$regex": "^true$"}}""", """{"trial": true}""", true)]
    [InlineData("""{"email": {"$regex": "null"}}""", """{}""", false)]
    [InlineData("""{"email": {"$regex": ""}}""", """{"email": null}""", false)]
    [InlineData("""{"tags": {"$regex": "vip"}}""", """{"tags": ["vip"]}""", false)]
    // look-around and back-references are there
    [InlineData("""{"email": {"$regex": "^(?!test)"}}""", """{"email": "kim@acme.com"}""", true)]
    [InlineData("""{"email": {"$regex": "^(?!test)"}}""", """{"email": "test@acme.com"}""", false)]
    [InlineData("""{"code": {"$regex": "([a-z])\\1"}}""", """{"code": "hello"}""", true)]
    // an invalid pattern, or what is none, is a fault
    [InlineData("""{"email": {"$regex": "(["}}""", """{"email": "(["}""", false)]
    [InlineData("""{"email": {"$regexi": "*"}}""", """{"email": "*"}""", false)]
    [InlineData("""{"email": {"$regex": 5}}""", """{"email": "5"}""", false)]
    public void Pattern_OnText_MatchesAsDocumented(string condition, string attributes, bool expected) =>
        Assert.Equal(expected, Judgement.Matches(condition, attributes));
}
