using System.Text.Json;
using CsCheck;
using PersonalizationEngine.Core.Rules.Conditions.Named;

namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class SegmentTextTests
{
    private static readonly Dictionary<string, JsonElement> Segments = new()
    {
        ["hot"] = JsonElement.Parse("""{"score": {"$gte": 50}}"""),
        ["target"] = JsonElement.Parse("""{"country": "CH", "$inSegment": "hot"}"""),
        ["itself"] = JsonElement.Parse("""{"$inSegment": "itself"}"""),
    };

    [Theory]
    [InlineData("""{"a": 1}""", """{"a":1}""")]
    [InlineData("""{"$inSegment": "hot"}""", """{"$or":[{"score":{"$gte":50}}]}""")]
    [InlineData("""{"a": 1, "$notInSegment": ["hot"]}""", """{"$and":[{"a":1},{"$nor":[{"score":{"$gte":50}}]}]}""")]
    [InlineData("""{"$savedGroups": ["target"]}""", """{"$and":[{"country":"CH"},{"$or":[{"score":{"$gte":50}}]}]}""")]
    [InlineData("""{"$not": {"$savedGroups": ["unknown"]}}""", """{"$not":{"$not":{}}}""")]
    public void WriteOut_NamedSegments_AreReplacedByWhatTheySay(string condition, string expected) =>
        Assert.Equal(expected, new SegmentText(Segments).WriteOut(JsonElement.Parse(condition)).ToJsonString());

    [Fact]
    public void WriteOut_SegmentThatLeadsToItself_NeverHolds() =>
        Assert.False(Judgement.Matches(new SegmentText(Segments).WriteOut(JsonElement.Parse("""{"$inSegment": "itself"}""")).ToJsonString(), "{}"));

    [Fact]
    public void WriteOut_AnyCondition_AsksTheSame() =>
        Gen.Select(ConditionGenerators.Valid.Array[3], ConditionGenerators.Attributes, Gen.OneOf("$inSegment", "$notInSegment")).Sample(
            (conditions, attributes, @operator) =>
            {
                var condition = $$$"""{"$or": [{{{conditions[0]}}}, {"$savedGroups": ["p", "q"]}], "{{{@operator}}}": ["q", "p"]}""";
                var segments = $$$"""{"p": {{{conditions[1]}}}, "q": {"$and": [{{{conditions[2]}}}, {"$notInSegment": "p"}]}}""";
                var texts = JsonElement.Parse(segments).EnumerateObject().ToDictionary(segment => segment.Name, segment => segment.Value);
                var writtenOut = new SegmentText(texts).WriteOut(JsonElement.Parse(condition)).ToJsonString();
                return Judgement.Matches(writtenOut, attributes)
                    == Judgement.Matches(Judgement.Parse(condition).Condition, Judgement.Attributes(attributes), Judgement.Named("{}", segments));
            },
            iter: 500);
}
