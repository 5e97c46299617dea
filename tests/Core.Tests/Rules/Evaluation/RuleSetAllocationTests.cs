using PersonalizationEngine.Core.Rules.Evaluation;
using static PersonalizationEngine.Core.Tests.Rules.Evaluation.RuleTexts;

namespace PersonalizationEngine.Core.Tests.Rules.Evaluation;

public sealed class RuleSetAllocationTests
{
    private const int Evaluations = 200, Rounds = 5;

    [Fact]
    public void Evaluate_ThousandRulesForSlots_AllocatesNothing()
    {
        var rules = new RuleSet(Enumerable.Range(1, 1000).Select(id => Rule(
            id, id % 100, $$"""{"score": {"$gte": {{id % 80}}}, "traits.team": {"$in": ["team {{id % 7}}", "all"]}, "$or": [{"a": {{id}}}, {"b": "x"}]}""",
            Show($"slot {id % 4}", "x"))));
        var person = Person("""{"score": 60, "traits": {"team": "team 5"}, "b": "x"}""");
        using (var outcome = rules.Evaluate(person, Now)) Assert.NotNull(outcome.WinnerOf("slot 1"));

        // What the runtime allocates of its own accord does not show in every round.
        Assert.Equal(0, Enumerable.Range(0, Rounds).Min(_ => AllocatedBy(() =>
        {
            for (var i = 0; i < Evaluations; i++)
                using (rules.Evaluate(person, Now)) { }
        })));
    }

    private static long AllocatedBy(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
