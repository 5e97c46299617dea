namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class PresenceTests
{
    [Theory]
    [InlineData("""{"phone": {"$exists": true}}""", """{"phone": ""}""", true)]
    [InlineData("""{"phone": {"$exists": true}}""", """{"phone": null}""", false)]
    [InlineData("""{"phone": {"$exists": true}}""", """{}""", false)]
    [InlineData("""{"phone": {"$exists": false}}""", """{}""", true)]
    [InlineData("""{"phone": {"$exists": false}}""", """{"phone": null}""", true)]
    [InlineData("""{"phone": {"$exists": false}}""", """{"phone": 0}""", false)]
    [InlineData("""{"phone": {"$exists": 1}}""", """{"phone": "x"}""", true)]
    [InlineData("""{"phone": {"$exists": 0}}""", """{"phone": "x"}""", false)]
    [InlineData("""{"phone": {"$exists": "false"}}""", """{}""", false)]
    [InlineData("""{"phone": {"$type": "string"}}""", """{"phone": "x"}""", true)]
    [InlineData("""{"phone": {"$type": "string"}}""", """{"phone": 41}""", false)]
    [InlineData("""{"phone": {"$type": "number"}}""", """{"phone": 41}""", true)]
    [InlineData("""{"phone": {"$type": "number"}}""", """{"phone": "41"}""", false)]
    [InlineData("""{"phone": {"$type": "boolean"}}""", """{"phone": false}""", true)]
    [InlineData("""{"phone": {"$type": "boolean"}}""", """{}""", false)]
    [InlineData("""{"phone": {"$type": "array"}}""", """{"phone": []}""", true)]
    [InlineData("""{"phone": {"$type": "array"}}""", """{"phone": {}}""", false)]
    [InlineData("""{"phone": {"$type": "object"}}""", """{"phone": {}}""", true)]
    [InlineData("""{"phone": {"$type": "object"}}""", """{"phone": null}""", false)]
    [InlineData("""{"phone": {"$type": "null"}}""", """{"phone": null}""", true)]
    [InlineData("""{"phone": {"$type": "null"}}""", """{}""", true)]
    [InlineData("""{"phone": {"$type": "null"}}""", """{"phone": 0}""", false)]
    [InlineData("""{"phone": {"$type": "undefined"}}""", """{}""", true)]
    [InlineData("""{"phone": {"$type": "undefined"}}""", """{"phone": null}""", false)]
    [InlineData("""{"phone": {"$type": "text"}}""", """{"phone": "x"}""", false)]
    [InlineData("""{"phone": {"$type": 2}}""", """{"phone": "x"}""", false)]
    public void Presence_OfEachKind_MatchesAsDocumented(string condition, string attributes, bool expected) =>
        Assert.Equal(expected, Judgement.Matches(condition, attributes));
}
