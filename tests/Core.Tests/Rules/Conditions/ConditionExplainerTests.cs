using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class ConditionExplainerTests
{
    [Fact]
    public void WhyNot_FailingLeaf_NamesPlaceAttributeOperatorAndValues()
    {
        var failure = Judgement.WhyNot(
            """{"country": "CH", "$and": [{"lead.score": {"$gt": 0, "$gte": 50}}]}""",
            """{"country": "CH", "lead": {"score": 17.5}}""");

        Assert.Equal("/$and/0/lead.score/$gte", failure.JsonPointer);
        Assert.Equal("lead.score", failure.AttributePath);
        Assert.Equal("$gte", failure.Operator);
        Assert.Equal(50, failure.Expected.Number);
        Assert.Equal(17.5, failure.Actual.Number);
        Assert.False(failure.Negated);
        Assert.Equal("lead.score is 17.5, needed at least 50", failure.Sentence);
        Assert.Empty(failure.Inner);
    }

    [Fact]
    public void WhyNot_Disjunction_ListsTheFailingLeafOfEachAlternative()
    {
        var failure = Judgement.WhyNot(
            """{"$or": [{"seats": {"$gt": 9}}, {"plan": "pro", "country": "CH"}]}""",
            """{"seats": 4, "plan": "pro", "country": "FR"}""");

        Assert.Equal("/$or", failure.JsonPointer);
        Assert.Equal("$or", failure.Operator);
        Assert.False(failure.Negated);
        Assert.Equal(AttributeKind.Missing, failure.Actual.Kind);
        Assert.Equal(["/$or/0/seats/$gt", "/$or/1/country"], failure.Inner.Select(inner => inner.JsonPointer));
        Assert.Equal(
            "none of 2 alternatives holds: seats is 4, needed more than 9; country is \"FR\", needed \"CH\"", failure.Sentence);
    }

    [Fact]
    public void WhyNot_ManyAlternatives_SpellsOutThreeAndListsAll()
    {
        var failure = Judgement.WhyNot("""{"a": {"$or": [1, 2, 3, 4, 5]}}""", """{"a": 9}""");

        Assert.EndsWith("a is 9, needed 3; and 2 more", failure.Sentence, StringComparison.Ordinal);
        Assert.Equal(5, failure.Inner.Count);
    }

    [Fact]
    public void WhyNot_Negation_NamesTheInnerPartThatHeld()
    {
        var failure = Judgement.WhyNot("""{"$not": {"country": {"$in": ["CH", "DE"]}}}""", """{"country": "DE"}""");

        Assert.True(failure.Negated);
        Assert.Equal("/$not/country/$in", failure.JsonPointer);
        Assert.Equal("country is \"DE\", must not be one of [\"CH\", \"DE\"]", failure.Sentence);
    }

    [Fact]
    public void WhyNot_NegatedConjunction_ListsAllThatHeld()
    {
        var failure = Judgement.WhyNot("""{"$not": {"a": 1, "b": {"$gt": 1}}}""", """{"a": 1, "b": 2}""");

        Assert.True(failure.Negated);
        Assert.Equal(["/$not/a", "/$not/b/$gt"], failure.Inner.Select(inner => inner.JsonPointer));
        Assert.Equal(
            "all 2 parts hold, and together they must not: a is 1, must not be 1; b is 2, must not be more than 1",
            failure.Sentence);
    }

    [Fact]
    public void WhyNot_Nor_NamesTheFirstAlternativeThatHeld()
    {
        var failure = Judgement.WhyNot("""{"$nor": [{"a": 1}, {"b": 1}, {"c": 1}]}""", """{"b": 1, "c": 1}""");

        Assert.Equal("/$nor/1/b", failure.JsonPointer);
    }

    [Fact]
    public void WhyNot_DoubleNegation_ReadsAsNone() =>
        Assert.Equal(
            "age is 20, needed at least 50",
            Judgement.WhyNot("""{"$not": {"age": {"$not": {"$gte": 50}}}}""", """{"age": 20}""").Sentence);

    [Fact]
    public void WhyNot_FaultyPart_RepeatsTheFault() =>
        Assert.Equal(
            "the condition is faulty here: $in takes a list of values.",
            Judgement.WhyNot("""{"a": {"$in": 1}}""", """{"a": 1}""").Sentence);

    [Theory]
    [InlineData("""{"$nor": []}""", "$or", "an $or without alternatives always holds")]
    [InlineData("""{"$not": {}}""", "$and", "an empty condition always holds")]
    public void WhyNot_NothingInside_SaysSo(string condition, string @operator, string sentence)
    {
        var failure = Judgement.WhyNot(condition, "{}");

        Assert.Equal(@operator, failure.Operator);
        Assert.Equal(sentence, failure.Sentence);
    }

    [Fact]
    public void WhyNot_ElementThatHeld_IsNamedByItsPath()
    {
        var failure = Judgement.WhyNot(
            """{"orders": {"$not": {"$elemMatch": {"total": {"$gt": 50}}}}}""", """{"orders": [{"total": 5}, {"total": 90}]}""");

        Assert.Equal("orders.1.total", failure.AttributePath);
        Assert.Equal("orders.1.total is 90, must not be more than 50", failure.Sentence);
    }

    [Fact]
    public void WhyNot_ValueLackingInList_IsPointedAt()
    {
        var failure = Judgement.WhyNot("""{"tags": {"$all": ["a", "b"]}}""", """{"tags": ["a", "c"]}""");

        Assert.Equal("/tags/$all/1", failure.JsonPointer);
        Assert.Equal("b", failure.Expected.Text);
    }
}
