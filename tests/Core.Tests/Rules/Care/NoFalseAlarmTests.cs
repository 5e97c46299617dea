using CsCheck;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Care;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Evaluation;
using PersonalizationEngine.Core.Tests.Rules.Conditions;
using static PersonalizationEngine.Core.Tests.Rules.Evaluation.RuleTexts;

namespace PersonalizationEngine.Core.Tests.Rules.Care;

/// <summary>
/// Whatever the finder says of random rules must hold for random people, among them values chosen to sit on every boundary
/// that conditions of these few constants have.
/// </summary>
public sealed class NoFalseAlarmTests
{
    private const int People = 3_000, Samples = 1_500;

    private static readonly Gen<string> Value = Gen.OneOf(
        ConditionGenerators.Scalar,
        Gen.OneOf("0.5", "2", "-3", "1e300", "\"0\"", "\"2\"", "\"1.0\"", "\"-2.5\"", "\"w\"", "\"y\"", "\"A\"", "\"z\"", "[]", "{}"),
        Gen.OneOf("[\"x\"]", "[1]", "[1,\"x\"]", "[null]", "[[\"x\"]]", "{\"a\":1}", "{\"a\":\"x\"}", "[{\"a\":1}]", "[true,2]"));

    private static readonly Gen<string> Person = Gen.Select(
        Gen.OneOf("a", "b", "c").Array[0, 3], Value.Array[3],
        (names, values) => $"{{{string.Join(",", names.Distinct().Select((name, place) => $"\"{name}\":{values[place]}"))}}}");

    private static readonly AttributeMap[] Crowd = MakeCrowd();

    [Fact]
    public void Contradictory_AnyCondition_MatchesNobody()
    {
        var found = 0;
        // Two conditions side by side contradict each other often enough for the property to say something.
        Gen.Select(ConditionGenerators.Valid, ConditionGenerators.Valid).Sample(
            (one, other) =>
            {
                var rule = Rule(1, 0, $$"""{"$and": [{{one}}, {{other}}]}""", Show("hero", "a"));
                if (!new RuleFinder([rule], Now).Find().Any()) return;
                Interlocked.Increment(ref found);
                var matches = ConditionCompiler.Compile(rule.Condition.Condition, SavedGroups.Empty);
                Assert.DoesNotContain(Crowd, person => matches(person));
            },
            iter: Samples * 4);
        Assert.True(found > 100, $"only {found} contradictions");
    }

    [Fact]
    public void Contradictory_TestsOfOneAttribute_MatchNobody()
    {
        var found = 0;
        ConditionGenerators.Test.Array[2, 4].Sample(
            tests =>
            {
                var rule = Rule(1, 0, $$"""{"$and": [{{string.Join(",", tests.Select(test => $$"""{"a": {{test}}}"""))}}]}""", Show("hero", "a"));
                if (!new RuleFinder([rule], Now).Find().Any()) return;
                Interlocked.Increment(ref found);
                var matches = ConditionCompiler.Compile(rule.Condition.Condition, SavedGroups.Empty);
                Assert.DoesNotContain(Crowd, person => matches(person));
            },
            iter: Samples * 4);
        Assert.True(found > 500, $"only {found} contradictions");
    }

    [Fact]
    public void UnreachableOrShadowed_AnyRules_NeverWinThoseSlots()
    {
        var found = 0;
        var rules = Gen.Select(ConditionGenerators.Valid, Gen.OneOf("hero", "banner"), Gen.Int[0, 2]).Array[2, 6];
        rules.Sample(
            drawn =>
            {
                var set = drawn.Select((one, place) => Rule(place + 1, one.Item3, one.Item1, Show(one.Item2, "x"))).ToList();
                var findings = new RuleFinder(set, Now).Find().Where(finding => finding.Kind != FindingKind.Contradictory).ToList();
                if (findings.Count == 0) return;
                Interlocked.Increment(ref found);
                var compiled = new RuleSet(set);
                foreach (var person in Crowd)
                {
                    var outcome = compiled.Evaluate(person, Now);
                    foreach (var finding in findings)
                        Assert.All(finding.Slots, slot => Assert.NotEqual(finding.Rule.Id, outcome.WinnerOf(slot)?.Rule.Id));
                }
            },
            iter: Samples);
        Assert.True(found > 50, $"only {found} shadowed rules");
    }

    private static AttributeMap[] MakeCrowd()
    {
        var people = new List<AttributeMap>();
        Gen.Select(Person, ConditionGenerators.Attributes).Array[People].Sample(
            drawn =>
            {
                lock (people)
                    if (people.Count < 2 * People)
                        foreach (var (one, other) in drawn) people.AddRange([Judgement.Attributes(one), Judgement.Attributes(other)]);
            },
            iter: 1, threads: 1);
        return [.. people];
    }
}
