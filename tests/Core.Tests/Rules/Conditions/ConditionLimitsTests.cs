using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class ConditionLimitsTests
{
    [Theory]
    [InlineData("""{"$not": """, "{}", "}")]
    [InlineData("""{"a": """, "[]", "}")]
    public void Parse_DeepestAllowed_HasNoFaults(string opening, string core, string closing)
    {
        var levels = ConditionLimits.MaxDepth - 1;

        Assert.True(Judgement.Parse(Nested(opening, core, closing, levels)).IsValid);
        Assert.Single(Judgement.Parse(Nested(opening, core, closing, levels + 1)).Faults);
    }

    [Theory]
    [InlineData("""{"$not": """, "{}", "}")]
    [InlineData("""{"$and": [""", "{}", "]}")]
    [InlineData("""{"$nor": [""", "{}", "]}")]
    [InlineData("""{"a": """, "{}", "}")]
    [InlineData("""{"a": {"$not": """, "1", "}}")]
    [InlineData("""{"a": {"$elemMatch": """, "{}", "}}")]
    [InlineData("""{"a": {"$all": [{"$or": [""", "1", "]}]}}")]
    public void Parse_TenThousandLevels_IsAFault(string opening, string core, string closing)
    {
        var levelsEach = opening.Count(character => character is '{' or '[');

        var result = Judgement.Parse(Nested(opening, core, closing, 10_000 / levelsEach));

        var fault = Assert.Single(result.Faults);
        Assert.Contains("32 levels", fault.Message, StringComparison.Ordinal);
        Judgement.Matches(result.Condition, Judgement.Attributes("""{"a": [1]}"""), SavedGroups.Empty);
    }

    [Fact]
    public void Parse_TenThousandLevelsOfList_IsAFault() =>
        Assert.Single(Judgement.Parse($$"""{"a": {{Nested("[", "", "]", 10_000)}}}""").Faults);

    [Fact]
    public void Parse_NodesBeyondTheLimit_IsOneFaultAndNoMatch()
    {
        // One node for the root, one for $and, two for each of its objects with one plain value.
        var largest = (ConditionLimits.MaxNodes - 1) / 2;

        Assert.True(Judgement.Parse(Conjunction(largest)).IsValid);
        var fault = Assert.Single(Judgement.Parse(Conjunction(largest + 200)).Faults);
        Assert.Equal($"/$and/{largest}/a", fault.Pointer);
        Assert.False(Judgement.Matches(Conjunction(largest + 200), """{"a": 1}"""));
    }

    [Theory]
    [InlineData("""{"a": {"$in": [0]}}""", "/a/$in")]
    [InlineData("""{"a": [0]}""", "/a")]
    [InlineData("""{"a": {"$eq": [[0]]}}""", "/a/$eq/0")]
    public void Parse_ListBeyondTheLimit_IsAFault(string condition, string jsonPointer)
    {
        var largest = condition.Replace("0", Numbers(ConditionLimits.MaxListValues), StringComparison.Ordinal);
        var tooLarge = condition.Replace("0", Numbers(ConditionLimits.MaxListValues + 1), StringComparison.Ordinal);

        Assert.True(Judgement.Parse(largest).IsValid);
        Assert.Equal(jsonPointer, Assert.Single(Judgement.Parse(tooLarge).Faults).Pointer);
    }

    [Fact]
    public void Parse_ObjectBeyondTheLimit_IsAFault()
    {
        var largest = Enumerable.Range(0, ConditionLimits.MaxListValues).Select(index => $"\"n{index}\": 0").ToArray();

        Assert.True(Judgement.Parse($$$"""{"a": {{{{string.Join(",", largest)}}}}}""").IsValid);
        Assert.Single(Judgement.Parse($$$"""{"a": {"more": 0, {{{string.Join(",", largest)}}}}}""").Faults);
    }

    [Fact]
    public void Parse_PatternBeyondTheLimit_IsAFault()
    {
        var longest = new string('a', ConditionLimits.MaxPatternLength);

        Assert.True(Judgement.Parse($$$"""{"a": {"$regex": "{{{longest}}}"}}""").IsValid);
        Assert.Single(Judgement.Parse($$$"""{"a": {"$regex": "{{{longest}}}a"}}""").Faults);
    }

    [Fact]
    public void Parse_ManyFaults_ListsTheFirst()
    {
        var members = Enumerable.Range(0, 400).Select(index => $$$"""{"a": {"$x{{{index}}}": 1}}""");

        var faults = Judgement.Parse($$"""{"$or": [{{string.Join(",", members)}}]}""").Faults;

        Assert.Equal(ConditionLimits.MaxFaults, faults.Count);
        Assert.Equal("/$or/99/a/$x99", faults[^1].Pointer);
    }

    private static string Nested(string opening, string core, string closing, int levels) =>
        string.Concat(Enumerable.Repeat(opening, levels)) + core + string.Concat(Enumerable.Repeat(closing, levels));

    private static string Conjunction(int parts) =>
        $$"""{"$and": [{{string.Join(",", Enumerable.Repeat("""{"a": 1}""", parts))}}]}""";

    private static string Numbers(int count) => string.Join(",", Enumerable.Range(0, count));
}
