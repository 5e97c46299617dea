using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class ConditionAllocationTests
{
    private const int Evaluations = 10_000;
    private const int Rounds = 5;

    private const string Person = """
        {"country": "DE", "seats": 12, "score": "71.5", "trial": true, "owner": null, "app": "4.10.0-beta.2+7", "zip": 8004,
         "interests": ["go", "chess", 3], "home": {"city": "Bern", "zip": [3011]}, "orders": [{"total": 20}, {"total": 90}]}
        """;

    [Theory]
    [InlineData("""{"country": "DE", "seats": {"$gte": 5, "$lt": 50}, "interests": {"$in": ["golf", "go"]}}""")]
    [InlineData("""{"seats": "12", "zip": "8004", "score": 71.5, "trial": "true", "owner": null}""")]
    [InlineData("""{"country": {"$ini": ["ch", "de"]}, "seats": {"$nin": [1, "12", [1]]}, "home": {"$nin": [1, {"a": 1}]}}""")]
    [InlineData("""{"home": {"zip": [3011], "city": "Bern"}, "interests": ["go", "chess", 3]}""")]
    [InlineData("""{"home": {"$eq": {"zip": [3011], "city": "Bern"}}, "owner": {"$ne": 5}, "lead.score": {"$ne": 5}}""")]
    [InlineData("""{"interests": {"$all": ["3", "go"], "$alli": ["CHESS"], "$size": {"$gt": 2}}}""")]
    [InlineData("""{"orders": {"$elemMatch": {"total": {"$gt": 50}}}, "orders.1.total": 90, "tags": {"$not": {"$size": 1}}}""")]
    [InlineData("""{"app": {"$vgte": "4.9.1", "$vlt": "4.10.0"}, "seats": {"$veq": "12"}, "owner": {"$vlt": "1"}}""")]
    [InlineData("""{"$nor": [{"trial": false}, {"owner": {"$exists": true}}], "$or": [{"zip": {"$type": "number"}}]}""")]
    [InlineData("""{"seats": {"$inGroup": "large"}, "country": {"$notInGroup": "large"}}""")]
    [InlineData("""{"country": {"$regex": "^D"}, "zip": {"$regex": "^80"}, "app": {"$regexi": "BETA"}}""")]
    public void Predicate_TenThousandEvaluations_AllocatesNothing(string condition)
    {
        var groups = Judgement.Groups("""{"large": [12, 13]}""");
        var predicate = ConditionCompiler.Compile(Judgement.Parse(condition).Condition, groups);
        var person = Judgement.Attributes(Person);
        Assert.True(predicate(person));

        Assert.Equal(0, Enumerable.Range(0, Rounds).Min(_ => AllocatedBy(() =>
        {
            for (var i = 0; i < Evaluations; i++) predicate(person);
        })));
    }

    // The runtime now and then allocates on a thread of its own accord, as when it swaps in faster code. What an evaluation
    // allocates shows in every round.
    private static long AllocatedBy(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
