using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class SegmentTests
{
    private const string Segments = """
        {"hot": {"score": {"$gte": 50}}, "swiss": {"country": "CH"}, "target": {"$inSegment": "hot", "$notInSegment": "swiss"},
         "a": {"$inSegment": "b"}, "b": {"$not": {"$notInSegment": "a"}}, "through": {"$or": [{"$inSegment": "a"}, {}]}}
        """;

    [Theory]
    [InlineData("""{"$inSegment": "hot"}""", """{"score": 60}""", true)]
    [InlineData("""{"$inSegment": "hot"}""", """{"score": 40}""", false)]
    [InlineData("""{"$notInSegment": "hot"}""", """{"score": 40}""", true)]
    [InlineData("""{"$inSegment": ["hot", "swiss"]}""", """{"country": "CH"}""", true)]
    [InlineData("""{"$inSegment": ["hot", "swiss"]}""", """{"country": "DE"}""", false)]
    [InlineData("""{"$notInSegment": ["hot", "swiss"]}""", """{"country": "DE"}""", true)]
    [InlineData("""{"$notInSegment": ["hot", "swiss"]}""", """{"country": "CH"}""", false)]
    [InlineData("""{"$savedGroups": ["hot", "swiss"]}""", """{"country": "CH", "score": 60}""", true)]
    [InlineData("""{"$savedGroups": ["hot", "swiss"]}""", """{"country": "CH"}""", false)]
    [InlineData("""{"$inSegment": "target"}""", """{"country": "DE", "score": 60}""", true)]
    [InlineData("""{"$inSegment": "target"}""", """{"country": "CH", "score": 60}""", false)]
    [InlineData("""{"$or": [{"$inSegment": "hot"}, {"plan": "pro"}], "country": "CH"}""", """{"country": "CH", "plan": "pro"}""", true)]
    [InlineData("""{"visits": {"$elemMatch": {"score": {"$gt": 0}, "$inSegment": "hot"}}}""", """{"visits": [{"score": 1}, {"score": 70}]}""", true)]
    // nobody is in what is not there or leads to itself
    [InlineData("""{"$inSegment": "unknown"}""", "{}", false)]
    [InlineData("""{"$notInSegment": "unknown"}""", "{}", true)]
    [InlineData("""{"$inSegment": "a"}""", "{}", false)]
    [InlineData("""{"$inSegment": "through"}""", "{}", false)]
    public void Segment_AskedOfAPerson_IsItsCondition(string condition, string attributes, bool expected) =>
        Assert.Equal(expected, Judgement.Matches(Judgement.Parse(condition).Condition, Judgement.Attributes(attributes), Named()));

    [Theory]
    [InlineData("""{"$inSegment": 5}""", "/$inSegment")]
    [InlineData("""{"$inSegment": []}""", "/$inSegment")]
    [InlineData("""{"$inSegment": ""}""", "/$inSegment")]
    [InlineData("""{"$inSegment": ["hot", 1]}""", "/$inSegment/1")]
    [InlineData("""{"$savedGroups": "hot"}""", "/$savedGroups")]
    [InlineData("""{"score": {"$inSegment": "hot"}}""", "/score/$inSegment")]
    public void Parse_WhatIsNoSegment_IsAFaultAtItsPlace(string condition, string pointer) =>
        Assert.Equal([pointer], Judgement.Parse(condition).Faults.Select(fault => fault.Pointer));

    [Fact]
    public void WhyNot_NotInASegment_NamesTheLeafInside()
    {
        var failure = WhyNot("""{"country": "CH", "$inSegment": "hot"}""", """{"country": "CH", "score": 17.5}""");

        Assert.Equal(("/$inSegment", null, "$inSegment"), (failure.JsonPointer, failure.Segment, failure.Operator));
        Assert.Equal("not in the segment \"hot\": score is 17.5, needed at least 50", failure.Sentence);
        var leaf = Assert.Single(failure.Inner);
        Assert.Equal(("/score/$gte", "hot"), (leaf.JsonPointer, leaf.Segment));
    }

    [Fact]
    public void WhyNot_SegmentOfSegments_NamesTheInnermost()
    {
        var failure = WhyNot("""{"$inSegment": "target"}""", """{"country": "CH", "score": 60}""");

        Assert.Equal(
            "not in the segment \"target\": must not be in the segment \"swiss\": country is \"CH\", must not be \"CH\"", failure.Sentence);
        Assert.Equal(["target", "swiss"], (string[])[failure.Inner[0].Segment!, failure.Inner[0].Inner[0].Segment!]);
    }

    [Theory]
    [InlineData("unknown", "the segment \"unknown\" does not exist")]
    [InlineData("a", "not in the segment \"a\": the condition is faulty here: segments name one another in a circle: a -> b -> a")]
    public void WhyNot_SegmentOfNoUse_SaysSo(string key, string sentence) =>
        Assert.Equal(sentence, WhyNot($$"""{"$inSegment": "{{key}}"}""", "{}").Sentence);

    private static SavedGroups Named() => Judgement.Named("{}", Segments);

    private static ConditionFailure WhyNot(string condition, string attributes)
    {
        var failure = ConditionExplainer.WhyNot(Judgement.Parse(condition).Condition, Named(), Judgement.Attributes(attributes));
        Assert.NotNull(failure);
        return failure;
    }
}
