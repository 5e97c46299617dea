using PersonalizationEngine.Core.Rules.Care;
using static PersonalizationEngine.Core.Tests.Rules.Evaluation.RuleTexts;

namespace PersonalizationEngine.Core.Tests.Rules.Care;

public sealed class ContradictionTests
{
    [Theory]
    [InlineData("""{"score": {"$gt": 80, "$lt": 20}}""")]
    [InlineData("""{"score": {"$gte": 80, "$lt": 80}}""")]
    [InlineData("""{"$and": [{"segment": "a"}, {"segment": "b"}]}""")]
    [InlineData("""{"segment": {"$in": ["a", "b"], "$nin": ["a", "b", "c"]}}""")]
    [InlineData("""{"segment": {"$in": []}}""")]
    [InlineData("""{"segment": {"$exists": false, "$eq": "a"}}""")]
    [InlineData("""{"name": {"$gt": "m", "$lt": "c"}}""")]
    [InlineData("""{"a": {"$type": "number", "$regex": "x"}, "b": {"$type": "string", "$exists": false}}""")]
    [InlineData("""{"a": {"$regex": "x", "$notRegex": "x"}}""")]
    [InlineData("""{"a": {"$inGroup": "g", "$notInGroup": "g"}}""")]
    [InlineData("""{"a": {"$elemMatch": {"b": 1}}, "$not": {"a": {"$elemMatch": {"b": 1}}}}""")]
    [InlineData("""{"$or": [{"a": {"$gt": 1, "$lt": 1}}, {"b": "x", "$nor": [{"b": "x"}]}]}""")]
    [InlineData("""{"a": {"$gt": 5}, "$or": [{"a": 1}, {"a": {"$in": [2, 3]}}]}""")]
    [InlineData("""{"$nor": [{}]}""")]
    [InlineData("""{"a": true, "$not": {"a": {"$exists": true}}}""")]
    [InlineData("""{"a": {"$eq": [1], "$in": [2]}}""")]
    public void Find_WhatCanNeverHold_IsContradictory(string condition)
    {
        var finding = Assert.Single(new RuleFinder([Rule(1, 0, condition, Show("hero", "a"))], Now).Find());

        Assert.Equal(FindingKind.Contradictory, finding.Kind);
        Assert.NotEmpty(finding.Parts);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"score": {"$gte": 80, "$lte": 80}}""")]
    [InlineData("""{"score": {"$gt": 1, "$lt": 1.0000000000000004}}""")]
    [InlineData("""{"tags": {"$in": ["a"]}, "$and": [{"tags": {"$in": ["b"]}}]}""")]
    [InlineData("""{"a": 5, "$and": [{"a": "5"}]}""")]
    [InlineData("""{"a": 5, "$and": [{"a": {"$type": "string"}}]}""")]
    [InlineData("""{"a": true, "$and": [{"a": "x"}]}""")]
    [InlineData("""{"a": {"$lt": 1, "$exists": false}}""")]
    [InlineData("""{"a": {"$nin": ["x"], "$type": "array"}}""")]
    [InlineData("""{"a": {"$inGroup": "g", "$eq": "x"}}""")]
    [InlineData("""{"a": {"$not": {"$lt": 5}, "$type": "array"}, "b": {"$not": {"$gt": 5}}, "$and": [{"b": {"$not": {"$lte": 5}}}]}""")]
    [InlineData("""{"a": 0, "$and": [{"a": {"$exists": true}}, {"a": {"$type": "string"}}]}""")]
    [InlineData("""{"a": {"$ini": ["X"], "$ne": "X", "$type": "string"}}""")]
    public void Find_WhatSomebodyCouldMatch_IsNothing(string condition) =>
        Assert.Empty(new RuleFinder([Rule(1, 0, condition, Show("hero", "a"))], Now).Find());

    [Fact]
    public void Find_AContradictionAmongMuchElse_NamesOnlyWhatContradicts()
    {
        var rule = Rule(1, 0, """{"country": "DE", "score": {"$gte": 10, "$gt": 80, "$lt": 20, "$ne": 3}, "segment": "x"}""", Show("hero", "a"));

        var finding = Assert.Single(new RuleFinder([rule], Now).Find());

        Assert.Equal(["/score/$gt", "/score/$lt"], finding.Parts.Select(part => part.JsonPointer).Order(StringComparer.Ordinal));
        Assert.Contains("score must be more than 80", finding.Parts.Select(part => part.Sentence));
    }
}
