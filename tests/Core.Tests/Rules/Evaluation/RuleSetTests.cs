using CsCheck;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Evaluation;
using static PersonalizationEngine.Core.Tests.Rules.Evaluation.RuleTexts;

namespace PersonalizationEngine.Core.Tests.Rules.Evaluation;

public sealed class RuleSetTests
{
    private const string Everybody = "{}", Hot = """{"segment": "hot_lead"}""";

    [Fact]
    public void Evaluate_TwoMatchingRules_HigherPriorityWinsTheSlot() =>
        Assert.Equal(2, Winner(Rule(1, 10, Everybody, Show("hero", "low")), Rule(2, 20, Everybody, Show("hero", "high"))));

    [Fact]
    public void Evaluate_SamePriority_LowerIdWins() =>
        Assert.Equal(1, Winner(Rule(2, 10, Everybody, Show("hero", "b")), Rule(1, 10, Everybody, Show("hero", "a"))));

    [Fact]
    public void Evaluate_HigherRuleDoesNotMatch_NextOneWins() =>
        Assert.Equal(1, Winner(Rule(1, 10, Everybody, Show("hero", "a")), Rule(2, 20, """{"segment": "sales_ready"}""", Show("hero", "b"))));

    [Theory]
    [InlineData(""", "active": false""", false)]
    [InlineData(""", "start_date": "2026-05-14T12:00:00Z" """, true)]
    [InlineData(""", "start_date": "2026-05-14T12:00:01Z" """, false)]
    [InlineData(""", "end_date": "2026-05-14T12:00:00Z" """, false)]
    [InlineData(""", "end_date": "2026-05-14T12:00:01Z" """, true)]
    public void Evaluate_DatesAndSwitch_DecideWhetherARuleIsInForce(string dates, bool expected) =>
        Assert.Equal(expected, Winner(Rule(1, 0, Everybody, Show("hero", "a"), dates)) == 1);

    [Fact]
    public void Evaluate_RulesForDifferentSlots_EachWinsItsOwn()
    {
        var outcome = Evaluate(Rule(1, 10, Hot, Show("hero", "a")), Rule(2, 5, Everybody, Show("banner", "b")));

        Assert.Equal((1, 2), (outcome.WinnerOf("hero")!.Rule.Id, outcome.WinnerOf("banner")!.Rule.Id));
        Assert.Null(outcome.WinnerOf("footer"));
    }

    [Fact]
    public void Evaluate_OtherActions_BoostsAndFiltersAddUpAndFirstPinAndSettingWin()
    {
        var outcome = Evaluate(
            Rule(1, 10, Everybody, """
                [{"type": "boost", "where": {}, "factor": 2}, {"type": "pin", "item_id": "a", "position": 1},
                 {"type": "set", "attribute": "offer", "value": 10}, {"type": "message", "channel": "email", "template": "t"}]
                """),
            Rule(2, 5, Everybody, """
                [{"type": "boost", "where": {}, "factor": 3}, {"type": "filter", "where": {}}, {"type": "pin", "item_id": "b", "position": 1},
                 {"type": "set", "attribute": "offer", "value": 20}]
                """));

        Assert.Equal([2, 3], outcome.Boosts.Select(boost => boost.Factor));
        Assert.Single(outcome.Filters);
        Assert.Equal("a", Assert.Single(outcome.Pins).ItemId);
        Assert.Equal(10, Assert.Single(outcome.Settings).Value.Number);
        Assert.Equal("t", Assert.Single(outcome.Messages).Message.Template);
    }

    [Fact]
    public void Evaluate_AnyOrderOfTheSameRules_GivesTheSameWinners()
    {
        var rules = Enumerable.Range(1, 12)
            .Select(id => Rule(id, id % 3, id % 2 == 0 ? Everybody : Hot, Show($"slot{id % 4}", "x"))).ToArray();
        var expected = Winners(rules);

        Gen.Shuffle(rules).Sample(shuffled => Winners(shuffled).SequenceEqual(expected));
    }

    [Fact]
    public void Explain_EveryRule_SaysWhyItWonOrNot()
    {
        var rules = new RuleSet(
        [
            Rule(1, 30, """{"score": {"$gte": 80}}""", Show("hero", "a")),
            Rule(2, 20, Everybody, Show("hero", "b")),
            Rule(3, 10, Everybody, Show("hero", "c")),
            Rule(4, 5, Everybody, """[{"type": "set", "attribute": "x", "value": 1}]"""),
            Rule(5, 1, Everybody, Show("hero", "d"), """, "end_date": "2020-01-01T00:00:00Z" """),
            Rule(6, 90, Everybody, Show("hero", "e"), """, "active": false"""),
        ]);
        var person = Person("""{"score": 17.5}""");
        var verdicts = RuleExplainer.Explain(rules, rules.Evaluate(person, Now), person, Now);

        Assert.Equal(["condition_failed", "won", "beaten", "matched", "ended", "inactive"], verdicts.Select(verdict => verdict.Result));
        Assert.Equal("/score/$gte", verdicts[0].Failure!.JsonPointer);
        Assert.Equal([2L], verdicts[2].BeatenBy);
    }

    private static long? Winner(params ContentRule[] rules) => Evaluate(rules).WinnerOf("hero")?.Rule.Id;

    private static IEnumerable<long?> Winners(IEnumerable<ContentRule> rules)
    {
        var outcome = Evaluate([.. rules]);
        return Enumerable.Range(0, 4).Select(slot => outcome.WinnerOf($"slot{slot}")?.Rule.Id);
    }

    private static RuleOutcome Evaluate(params ContentRule[] rules) =>
        new RuleSet(rules).Evaluate(Person("""{"segment": "hot_lead"}"""), Now);
}
