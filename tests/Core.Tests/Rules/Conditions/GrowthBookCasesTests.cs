namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class GrowthBookCasesTests
{
    private const string Absent =
        "GrowthBook's cases (vectors/growthbook-cases.json) are neither in ../shared nor where PERSONALIZATION_SHARED points.";

    public static IEnumerable<TheoryDataRow<int, string>> Cases => GrowthBookCases.File is null
        ? [new TheoryDataRow<int, string>(-1, "absent") { Skip = Absent }]
        : GrowthBookCases.EvalCondition.Select((each, index) => new TheoryDataRow<int, string>(index, each[0].GetString()!));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Condition_GrowthBookCase_MatchesAsExpected(int index, string name)
    {
        var each = GrowthBookCases.EvalCondition[index];
        var groups = each.GetArrayLength() > 4 ? each[4].GetRawText() : "{}";

        Assert.True(each[3].GetBoolean() == Judgement.Matches(each[1].GetRawText(), each[2].GetRawText(), groups), name);
    }

    [Fact]
    public void Cases_WhenPresent_AreAllThere()
    {
        Assert.SkipWhen(GrowthBookCases.File is null, Absent);

        Assert.Equal(248, GrowthBookCases.EvalCondition.Count);
    }
}
