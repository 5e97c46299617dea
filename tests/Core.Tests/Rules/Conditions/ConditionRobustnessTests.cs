using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class ConditionRobustnessTests
{
    // Each would take longer than the age of the universe, or all memory, if left to itself.
    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("^(?=a)(a+)+$")]
    [InlineData("(a|aa)*b")]
    [InlineData("(a{1,1000}){1,1000}$")]
    [InlineData("((a{1,1000}){1,1000}){1,1000}b")]
    [InlineData("(?:a{99999}){99999}")]
    [InlineData("(a{2147483647}){2147483647}")]
    [InlineData("(([a-z])+.)+[A-Z]([a-z])+$")]
    public void Pattern_ThatRunsAway_IsNoMatch(string pattern)
    {
        var text = new string('a', 50) + "!";

        Assert.False(Judgement.Matches($$$"""{"a": {"$regex": "{{{pattern}}}"}}""", $$"""{"a": "{{text}}"}"""));
    }

    [Fact]
    public void Pattern_LinearButLargeOnLongText_IsNoMatch() =>
        Assert.False(Judgement.Matches(
            """{"a": {"$regex": "(a?){1000}a{1000}b"}}""", $$"""{"a": "{{new string('a', 200_000)}}"}"""));

    [Fact]
    public void Attributes_TenThousandLevelsDeep_AreJudgedAndExplained()
    {
        AttributeValue deep = 1.0;
        for (var level = 0; level < 10_000; level++) deep = new[] { deep };
        var attributes = new AttributeMap([KeyValuePair.Create("a", deep)]);

        string[] conditions = ["""{"a": [[1]]}""", """{"a": {"$in": [[[1]], 2]}}""", """{"a": {"$all": [[1]]}}"""];
        foreach (var condition in conditions)
        {
            Assert.False(Judgement.Matches(Judgement.Parse(condition).Condition, attributes, SavedGroups.Empty));
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Attributes_ThatAreNoFiniteNumber_AreJudgedAndExplained(double number)
    {
        var attributes = new AttributeMap([KeyValuePair.Create("a", (AttributeValue)number)]);

        string[] conditions = ["""{"a": 1}""", """{"a": "x"}""", """{"a": {"$in": [1]}}""", """{"a": {"$veq": "1"}}"""];
        foreach (var condition in conditions)
        {
            Assert.False(Judgement.Matches(Judgement.Parse(condition).Condition, attributes, SavedGroups.Empty));
        }
    }
}
