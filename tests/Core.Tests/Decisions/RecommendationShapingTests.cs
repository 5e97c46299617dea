using PersonalizationEngine.Core.Recommendations;
using static PersonalizationEngine.Core.Tests.Decisions.Situations;
using static PersonalizationEngine.Core.Tests.Rules.Evaluation.RuleTexts;

namespace PersonalizationEngine.Core.Tests.Decisions;

public sealed class RecommendationShapingTests
{
    [Theory]
    [InlineData("""[{"type": "filter", "where": {"categories": {"$in": ["guides"]}}}]""", "b d")]
    [InlineData("""[{"type": "boost", "where": {"item_id": "c"}, "factor": 10}]""", "c a b d")]
    [InlineData("""[{"type": "boost", "where": {"item_id": "a"}, "factor": 0.1}]""", "b c d a")]
    [InlineData("""[{"type": "pin", "item_id": "pinned", "position": 2}]""", "a pinned b c d")]
    [InlineData("""[{"type": "pin", "item_id": "gone", "position": 1}]""", "a b c d")]
    [InlineData("""[{"type": "pin", "item_id": "pinned", "position": 50}]""", "a b c d pinned")]
    [InlineData("""[{"type": "filter", "where": {"item_id": "a"}}, {"type": "pin", "item_id": "pinned", "position": 1}]""", "pinned a")]
    public void Shape_OneRule_FiltersThenBoostsThenPins(string actions, string expected) => Assert.Equal(expected, Shaped(10, actions));

    [Fact]
    public void Shape_LimitBelowThePin_KeepsTheLimit() =>
        Assert.Equal("a pinned", Shaped(2, """[{"type": "pin", "item_id": "pinned", "position": 2}]"""));

    [Fact]
    public void Shape_LimitZero_IsEmpty() => Assert.Equal("", Shaped(0, """[{"type": "set", "attribute": "x", "value": 1}]"""));

    /// <summary>A rule may keep some items out and not others: what is shown then was not chosen with that chance.</summary>
    [Theory]
    [InlineData("""[{"type": "set", "attribute": "x", "value": 1}]""", true)]
    [InlineData("""[{"type": "filter", "where": {"item_id": {"$ne": "z"}}}]""", false)]
    [InlineData("""[{"type": "boost", "where": {"item_id": "z"}, "factor": 2}]""", false)]
    [InlineData("""[{"type": "pin", "item_id": "pinned", "position": 1}]""", false)]
    public void Shape_ItemChosenByChance_KeepsItsChoiceUnlessRulesMeddle(string actions, bool isKept)
    {
        var choice = new ExplorationChoice(0.5, 2, 0, 0, 2);
        var person = Situations.Person(candidates: [Item("a", 0.9), Item("b", 0.8) with { Choice = choice }]);
        var decision = Decide(Request(), person, Playbook([Rule(1, 0, "{}", actions)]));

        Assert.Equal(isKept ? choice : null, decision.Recommendations.Single(item => item.ItemId == "b").Choice);
    }

    private static string Shaped(int limit, string actions)
    {
        var person = Situations.Person(candidates: [Item("a", 0.9), Item("b", 0.8, "guides"), Item("c", 0.7), Item("d", 0.6, "guides")]);
        var decision = Decide(Request(limit: limit), person, Playbook([Rule(1, 0, "{}", actions)]));
        return string.Join(' ', decision.Recommendations.Select(item => item.ItemId));
    }
}
