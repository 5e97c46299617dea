namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class AttributePathListTests
{
    [Theory]
    [InlineData("{}", new string[0])]
    [InlineData("""{"a": 1, "b.c": {"$gt": 1}, "a.d": null}""", new[] { "a", "b.c", "a.d" })]
    [InlineData("""{"$or": [{"a": 1}, {"$nor": [{"b": 1}, {"a": 2}]}], "$not": {"c": 1}}""", new[] { "a", "b", "c" })]
    [InlineData("""{"orders": {"$elemMatch": {"total": 5}}}""", new[] { "orders" })]
    [InlineData("""{"a": {"$near": 5}, "$gt": 5}""", new[] { "a" })]
    public void ListAttributePaths_OfCondition_AreThoseItReads(string condition, string[] paths) =>
        Assert.Equal(paths, Judgement.Parse(condition).Condition.ListAttributePaths());
}
