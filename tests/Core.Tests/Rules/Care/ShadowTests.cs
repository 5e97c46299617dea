using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Care;
using static PersonalizationEngine.Core.Tests.Rules.Evaluation.RuleTexts;

namespace PersonalizationEngine.Core.Tests.Rules.Care;

public sealed class ShadowTests
{
    private const string Wide = """{"score": {"$gte": 50}}""", Narrow = """{"score": {"$gte": 80}, "country": "DE"}""", Filter = """{"type": "filter", "where": {}}""";

    [Fact]
    public void Find_EverybodyIsTakenByAHigherRule_IsUnreachableAndNamesIt()
    {
        var finding = Assert.Single(Find(Rule(1, 10, Wide, Show("hero", "a")), Rule(2, 5, Narrow, Show("hero", "b"))));

        Assert.Equal((2, FindingKind.Unreachable), (finding.Rule.Id, finding.Kind));
        Assert.Equal(["hero"], finding.Slots);
        Assert.Equal(1, Assert.Single(finding.BeatenBy).Id);
        Assert.Equal(["score must be at least 80", "score must not be at least 50"], finding.Parts.Select(part => part.Sentence).Order());
    }

    [Fact]
    public void Find_SamePriority_TheLowerIdGoesFirst() =>
        Assert.Equal(2, Assert.Single(Find(Rule(2, 0, Wide, Show("hero", "a")), Rule(1, 0, Wide, Show("hero", "b")))).Rule.Id);

    [Fact]
    public void Find_SeveralRulesTogetherTakeEverybody_NamesThemAll()
    {
        var finding = Assert.Single(Find(
            Rule(1, 10, """{"score": {"$lt": 60}}""", Show("hero", "a")),
            Rule(2, 9, """{"score": {"$gte": 40}}""", Show("hero", "b")),
            Rule(3, 5, """{"score": {"$type": "number", "$in": [1, 50, 99]}}""", Show("hero", "c"))));

        Assert.Equal((3, FindingKind.Unreachable), (finding.Rule.Id, finding.Kind));
        Assert.Equal([1L, 2], finding.BeatenBy.Select(rule => rule.Id).Order());
    }

    [Theory]
    [InlineData(""", "active": false""", "")]
    [InlineData(""", "end_date": "2026-06-01T00:00:00Z" """, "")]
    [InlineData(""", "start_date": "2026-06-01T00:00:00Z" """, "")]
    [InlineData(""", "end_date": "2026-06-01T00:00:00Z" """, """, "end_date": "2026-06-02T00:00:00Z" """)]
    public void Find_TheHigherRuleIsNotAlwaysInForce_IsNothing(string above, string below) => Assert.Empty(Find(
        Rule(1, 10, Wide, Show("hero", "a"), above), Rule(2, 5, Narrow, Show("hero", "b"), below)));

    [Theory]
    [InlineData("", """, "end_date": "2026-06-02T00:00:00Z" """)]
    [InlineData(""", "start_date": "2026-05-01T00:00:00Z" """, "")]
    [InlineData(""", "start_date": "2026-06-01T00:00:00Z" """, """, "start_date": "2026-06-01T00:00:00Z" """)]
    public void Find_TheHigherRuleIsInForceWheneverTheLowerIs_IsUnreachable(string above, string below) => Assert.Single(Find(
        Rule(1, 10, Wide, Show("hero", "a"), above), Rule(2, 5, Narrow, Show("hero", "b"), below)));

    [Fact]
    public void Find_OneOfTwoSlotsIsTaken_IsShadowedThere()
    {
        var both = $"[{Show("hero", "b")[1..^1]}, {Show("banner", "b")[1..^1]}]";

        var finding = Assert.Single(Find(Rule(1, 10, Wide, Show("hero", "a")), Rule(2, 5, Narrow, both)));

        Assert.Equal(FindingKind.Shadowed, finding.Kind);
        Assert.Equal(["hero"], finding.Slots);
    }

    [Fact]
    public void Find_TheHigherRuleHoldsPeopleOut_IsOnlyShadowed() => Assert.Equal(
        FindingKind.Shadowed,
        Assert.Single(Find(Rule(1, 10, Wide, Show("hero", "a")) with { Holdout = 0.05 }, Rule(2, 5, Narrow, Show("hero", "b")))).Kind);

    [Fact]
    public void Find_ARuleThatDoesMoreThanShow_IsOnlyShadowed()
    {
        var more = $"""[{Show("hero", "b")[1..^1]}, {Filter}]""";

        Assert.Equal(FindingKind.Shadowed, Assert.Single(Find(Rule(1, 10, Wide, Show("hero", "a")), Rule(2, 5, Narrow, more))).Kind);
    }

    [Theory]
    [InlineData("""{"score": {"$gte": 49}}""")]
    [InlineData("""{"country": "DE"}""")]
    [InlineData("""{"$or": [{"score": {"$gte": 80}}, {"country": "DE"}]}""")]
    [InlineData("""{"score": {"$not": {"$lt": 50}}}""")]
    [InlineData("""{"score": {"$nin": [1, 2]}}""")]
    public void Find_SomebodyIsLeft_IsNothing(string below) =>
        Assert.Empty(Find(Rule(1, 10, Wide, Show("hero", "a")), Rule(2, 5, below, Show("hero", "b"))));

    [Fact]
    public void Find_AThousandRulesOfOneSlot_EndsWithTheHundredThatAreUnreachable()
    {
        // Each segment of a hundred has ten rules for rising scores; the lowest bar goes first only in the last of them.
        var rules = Enumerable.Range(0, 1000).Select(number => Rule(
            number + 1, number == 999 ? -1 : 1000 - number,
            $$"""{"segment": "s{{number / 10}}", "score": {"$gte": {{100 - (number % 10)}} }, "factors.visits": {"$in": [1, 2, {{number}}] } }""",
            Show("hero", "x"))).ToList();
        rules.AddRange(Enumerable.Range(0, 100).Select(segment => Rule(
            2000 + segment, -500, $$"""{"segment": "s{{segment}}", "score": {"$gt": 100}, "factors.visits": {"$in": [1, 2]} }""", Show("hero", "y"))));

        var findings = Find([.. rules]);

        Assert.Equal(Enumerable.Range(2000, 100).Select(id => (long)id), findings.Select(finding => finding.Rule.Id).Where(id => id >= 2000).Order());
        Assert.All(findings, finding => Assert.Equal(FindingKind.Unreachable, finding.Kind));
    }

    private static IReadOnlyList<RuleFinding> Find(params ContentRule[] rules) => [.. new RuleFinder(rules, Now).Find()];
}
