using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Named;

namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class SegmentGraphTests
{
    [Theory]
    [InlineData("a", "{'$inSegment':'a'}", "a -> a")]
    [InlineData("a", "{'$inSegment':'b'}", "a -> b -> c -> a")]
    [InlineData(null, "{'$or':[{'x':1},{'$notInSegment':'c'}]}", null)]
    [InlineData("d", "{'$savedGroups':['e','b']}", null)]
    public void WhyNot_Circle_IsNamed(string? key, string condition, string? circle)
    {
        var graph = Graph(("b", "{'$not':{'$inSegment':'c'}}"), ("c", "{'$and':[{'$inSegment':'a'}]}"), ("e", "{'$inSegment':'f'}"));
        var expected = circle is null ? null : $"segments name one another in a circle: {circle}";

        Assert.Equal(expected, graph.WhyNot(Parse(condition), key));
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(5_000, false)]
    public void WhyNot_Chain_IsAtMostTenDeep(int length, bool accepted)
    {
        var chain = Enumerable.Range(0, length).Select(level => ($"s{level}", level == 0 ? "{'x':1}" : $"{{'$inSegment':'s{level - 1}'}}"));

        Assert.Equal(accepted, Graph([.. chain]).WhyNot(Parse($"{{'$inSegment':'s{length - 1}'}}"), "top") is null);
        Assert.True(Graph([.. chain]).WhyNot(Parse("{'$inSegment':'s0'}"), "top") is null);
    }

    [Fact]
    public void WhyNot_SegmentsThatMultiply_AreTooLarge()
    {
        var doubling = Enumerable.Range(0, 8).Select(level => (
            $"s{level}", level == 0 ? "{'x':1}" : $"{{'$or':[{string.Join(',', Enumerable.Repeat($"{{'$inSegment':'s{level - 1}'}}", 10))}]}}"));

        Assert.Contains("10000 nodes", Graph([.. doubling]).WhyNot(Parse("{'$inSegment':'s7'}")), StringComparison.Ordinal);
    }

    private static SegmentGraph Graph(params (string Key, string Condition)[] segments) =>
        new(segments.ToDictionary(segment => segment.Key, segment => Parse(segment.Condition)));

    private static Condition Parse(string condition) => Judgement.Parse(condition.Replace('\'', '"')).Condition;
}
