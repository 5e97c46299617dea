namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class LogicTests
{
    [Theory]
    // everything in an object must hold
    [InlineData("""{}""", """{}""", true)]
    [InlineData("""{"country": "CH", "seats": {"$gt": 5}}""", """{"country": "CH", "seats": 6}""", true)]
    [InlineData("""{"country": "CH", "seats": {"$gt": 5}}""", """{"country": "CH", "seats": 5}""", false)]
    [InlineData("""{"$or": [{"a": 1}, {"b": 1}], "c": 1}""", """{"b": 1, "c": 1}""", true)]
    [InlineData("""{"$or": [{"a": 1}, {"b": 1}], "c": 1}""", """{"b": 1, "c": 2}""", false)]
    [InlineData("""{"$or": [{"a": 1}], "$nor": [{"b": 1}], "$not": {"c": 1}}""", """{"a": 1}""", true)]
    [InlineData("""{"$or": [{"a": 1}], "$nor": [{"b": 1}], "$not": {"c": 1}}""", """{"a": 1, "b": 1}""", false)]
    [InlineData("""{"$or": [{"a": 1}], "$nor": [{"b": 1}], "$not": {"c": 1}}""", """{"a": 1, "c": 1}""", false)]
    // over whole conditions
    [InlineData("""{"$and": [{"a": 1}, {"b": 1}]}""", """{"a": 1, "b": 1}""", true)]
    [InlineData("""{"$and": [{"a": 1}, {"b": 1}]}""", """{"a": 1}""", false)]
    [InlineData("""{"$and": []}""", """{}""", true)]
    [InlineData("""{"$or": [{"a": 1}, {"b": 1}]}""", """{"b": 1}""", true)]
    [InlineData("""{"$or": [{"a": 1}, {"b": 1}]}""", """{"a": 2}""", false)]
    [InlineData("""{"$or": []}""", """{}""", true)]
    [InlineData("""{"$nor": [{"a": 1}, {"b": 1}]}""", """{"a": 2}""", true)]
    [InlineData("""{"$nor": [{"a": 1}, {"b": 1}]}""", """{"b": 1}""", false)]
    [InlineData("""{"$nor": []}""", """{}""", false)]
    [InlineData("""{"$not": {"a": 1}}""", """{"a": 2}""", true)]
    [InlineData("""{"$not": {"a": 1}}""", """{"a": 1}""", false)]
    [InlineData("""{"$not": {"$not": {"a": 1}}}""", """{"a": 1}""", true)]
    // over the value of one attribute
    [InlineData("""{"age": {"$and": [{"$gte": 18}, {"$lt": 65}]}}""", """{"age": 40}""", true)]
    [InlineData("""{"age": {"$and": [{"$gte": 18}, {"$lt": 65}]}}""", """{"age": 70}""", false)]
    [InlineData("""{"age": {"$or": [{"$lt": 18}, 65]}}""", """{"age": 65}""", true)]
    [InlineData("""{"age": {"$or": [{"$lt": 18}, 65]}}""", """{"age": 40}""", false)]
    [InlineData("""{"age": {"$nor": [{"$lt": 18}, 65]}}""", """{"age": 40}""", true)]
    [InlineData("""{"age": {"$nor": [{"$lt": 18}, 65]}}""", """{"age": 65}""", false)]
    [InlineData("""{"age": {"$not": {"$lt": 18}}}""", """{"age": 40}""", true)]
    [InlineData("""{"age": {"$not": 40}}""", """{"age": 40}""", false)]
    [InlineData("""{"age": {"$not": {"$gt": 18}}}""", """{}""", true)]
    // a faulty part never matches, so its negation does
    [InlineData("""{"$or": {"a": 1}}""", """{"a": 1}""", false)]
    [InlineData("""{"$and": {"a": 1}}""", """{"a": 1}""", false)]
    [InlineData("""{"$not": 5}""", """{}""", true)]
    [InlineData("""{"a": {"$not": {"$near": 1}}}""", """{"a": 1}""", true)]
    [InlineData("""5""", """{}""", false)]
    [InlineData("""[]""", """{}""", false)]
    public void Logic_OfParts_MatchesAsDocumented(string condition, string attributes, bool expected) =>
        Assert.Equal(expected, Judgement.Matches(condition, attributes));
}
