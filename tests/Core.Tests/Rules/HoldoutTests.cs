using PersonalizationEngine.Core.Rules.Evaluation;
using PersonalizationEngine.Core.Rules.Holdouts;
using PersonalizationEngine.Core.Tests.Decisions;
using static PersonalizationEngine.Core.Tests.Rules.Evaluation.RuleTexts;

namespace PersonalizationEngine.Core.Tests.Rules;

public sealed class HoldoutTests
{
    private const string Everybody = "{}";

    private static readonly string[] People = [.. Enumerable.Range(0, 20_000).Select(i => $"person-{i}")];

    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    [InlineData(0.5)]
    public void Contains_ManyPeople_IsAboutTheShare(double share)
    {
        var holdout = new RuleHoldout(7, share);

        Assert.Equal(share, People.Count(holdout.Contains) / (double)People.Length, 0.006);
    }

    [Fact]
    public void Contains_ALargerShare_KeepsWhoWasInIt()
    {
        var (small, large) = (new RuleHoldout(7, 0.05), new RuleHoldout(7, 0.2));

        Assert.All(People.Where(small.Contains), person => Assert.True(large.Contains(person)));
    }

    [Theory]
    [InlineData("lena-cold")]
    [InlineData("marc-warm")]
    [InlineData("sofia-ready")]
    public void Contains_PeopleOfTheTour_AreInNoneOfItsRules(string person) =>
        Assert.All(Enumerable.Range(1, 9), rule => Assert.False(new RuleHoldout(rule, RuleHoldout.DefaultShare).Contains(person)));

    [Fact]
    public void Contains_AnotherRule_HoldsOutOthers()
    {
        var both = People.Count(person => new RuleHoldout(1, 0.5).Contains(person) && new RuleHoldout(2, 0.5).Contains(person));

        Assert.Equal(0.25, both / (double)People.Length, 0.01);
    }

    [Fact]
    public void Evaluate_SomebodyHeldOut_GetsTheNextRuleAndIsNoted()
    {
        var set = new RuleSet([Rule(1, 10, Everybody, Show("hero", "a")) with { Holdout = 0.5 }, Rule(2, 5, Everybody, Show("hero", "b"))]);
        foreach (var person in People.Take(200))
        {
            var outcome = set.Evaluate(Person("{}"), Now, person);
            var isHeldOut = new RuleHoldout(1, 0.5).Contains(person);

            Assert.Equal(isHeldOut ? 2 : 1, outcome.WinnerOf("hero")!.Rule.Id);
            Assert.Equal([new MeasuredRule(set.Rules[0].Rule, isHeldOut)], RuleMeasurement.Of(outcome, ["hero"]));
            Assert.Empty(RuleMeasurement.Of(outcome, ["banner"]));
            Assert.Equal(isHeldOut ? "held_out" : "won", RuleExplainer.Explain(set, outcome, Person("{}"), Now)[0].Result);
        }
    }

    [Fact]
    public void Evaluate_ARuleThatWouldNotHaveWon_TellsNothing()
    {
        var set = new RuleSet([Rule(1, 10, Everybody, Show("hero", "a")), Rule(2, 5, Everybody, Show("hero", "b")) with { Holdout = 0.5 }]);

        Assert.All(People.Take(50), person => Assert.Empty(RuleMeasurement.Of(set.Evaluate(Person("{}"), Now, person), ["hero"])));
    }

    [Fact]
    public void Evaluate_ARuleThatOnlyBoosts_IsMeasuredWhateverSlotsAreAsked()
    {
        var set = new RuleSet([Rule(1, 10, Everybody, """[{"type": "boost", "where": {}, "factor": 2}]""") with { Holdout = 0.5 }]);
        foreach (var person in People.Take(50))
        {
            var outcome = set.Evaluate(Person("{}"), Now, person);
            var isHeldOut = new RuleHoldout(1, 0.5).Contains(person);

            Assert.Equal(isHeldOut ? 0 : 1, outcome.Boosts.Count);
            Assert.Equal(isHeldOut, Assert.Single(RuleMeasurement.Of(outcome, [])).HeldOut);
        }
    }

    [Fact]
    public void Evaluate_NobodyInParticular_IsHeldOutOfNothing() =>
        Assert.Empty(new RuleSet([Rule(1, 10, Everybody, Show("hero", "a")) with { Holdout = 0.5 }]).Evaluate(Person("{}"), Now).HeldOut);

    [Fact]
    public void Decide_SomebodyHeldOut_GetsTheFallbackAndIsMeasured()
    {
        var playbook = Situations.Playbook([Rule(1, 10, Everybody, Show("hero", "a")) with { Holdout = 0.5 }]);
        var held = People.First(new RuleHoldout(1, 0.5).Contains);

        var decision = Situations.Decide(Situations.Request(), Situations.Person(held), playbook);

        Assert.Equal("fallback", decision.Slots[0].Reason);
        Assert.True(Assert.Single(decision.Measured).HeldOut);
    }

    [Theory]
    [InlineData("0.5", 0.5)]
    [InlineData("0", 0d)]
    [InlineData("null", null)]
    public void Read_Holdout_IsAShareOrTheDefault(string json, double? expected) =>
        Assert.Equal(expected, Rule(1, 0, Everybody, Show("hero", "a"), $", \"holdout\": {json}").Holdout);
}
