namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData("""{"score": {"$lt": 50}}""", """{"score": 49.99}""", true)]
    [InlineData("""{"score": {"$lt": 50}}""", """{"score": 50}""", false)]
    [InlineData("""{"score": {"$lte": 50}}""", """{"score": 50}""", true)]
    [InlineData("""{"score": {"$lte": 50}}""", """{"score": 50.01}""", false)]
    [InlineData("""{"score": {"$gt": 50}}""", """{"score": 50.01}""", true)]
    [InlineData("""{"score": {"$gt": 50}}""", """{"score": 50}""", false)]
    [InlineData("""{"score": {"$gte": 50}}""", """{"score": 50}""", true)]
    [InlineData("""{"score": {"$gte": 50}}""", """{"score": 49.99}""", false)]
    [InlineData("""{"score": {"$gte": 50, "$lt": 80}}""", """{"score": 64}""", true)]
    [InlineData("""{"score": {"$gte": 50, "$lt": 80}}""", """{"score": 80}""", false)]
    // two texts compare by code units, upper case first
    [InlineData("""{"signup": {"$gte": "2026-03-01"}}""", """{"signup": "2026-03-15"}""", true)]
    [InlineData("""{"signup": {"$gte": "2026-03-01"}}""", """{"signup": "2026-02-28"}""", false)]
    [InlineData("""{"name": {"$lt": "a"}}""", """{"name": "Z"}""", true)]
    [InlineData("""{"level": {"$gt": "9"}}""", """{"level": "10"}""", false)]
    // a text beside a number counts as what it says
    [InlineData("""{"level": {"$gt": 9}}""", """{"level": "10"}""", true)]
    [InlineData("""{"level": {"$gt": "9"}}""", """{"level": 10}""", true)]
    [InlineData("""{"level": {"$gt": 9}}""", """{"level": "ten"}""", false)]
    [InlineData("""{"level": {"$lt": 9}}""", """{"level": "ten"}""", false)]
    // missing, null and false count as 0, true as 1
    [InlineData("""{"visits": {"$lt": 1}}""", """{}""", true)]
    [InlineData("""{"visits": {"$gte": 0}}""", """{"visits": null}""", true)]
    [InlineData("""{"visits": {"$gt": 0}}""", """{}""", false)]
    [InlineData("""{"optedIn": {"$gte": 1}}""", """{"optedIn": true}""", true)]
    [InlineData("""{"optedIn": {"$gte": 1}}""", """{"optedIn": false}""", false)]
    [InlineData("""{"signup": {"$lt": "2026-03-01"}}""", """{}""", false)]
    // lists and objects compare with nothing
    [InlineData("""{"visits": {"$gte": 0}}""", """{"visits": [5]}""", false)]
    [InlineData("""{"visits": {"$lt": 9}}""", """{"visits": {"count": 5}}""", false)]
    // an argument that compares with nothing is a fault
    [InlineData("""{"visits": {"$gte": [1]}}""", """{"visits": 5}""", false)]
    [InlineData("""{"visits": {"$lt": {"count": 9}}}""", """{"visits": 5}""", false)]
    public void Comparison_OfNumbersAndTexts_MatchesAsDocumented(string condition, string attributes, bool expected) =>
        Assert.Equal(expected, Judgement.Matches(condition, attributes));
}
