using CsCheck;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Evaluation;
using PersonalizationEngine.Core.Tests.Rules.Conditions;
using static PersonalizationEngine.Core.Tests.Rules.Evaluation.RuleTexts;

namespace PersonalizationEngine.Core.Tests.Rules.Evaluation;

/// <summary>All rules asked together say what each one asked by itself says, whatever they share.</summary>
public sealed class RuleSetPropertyTests
{
    private const int Samples = 300;

    private static readonly Gen<string[]> Conditions = WithSegments(ConditionGenerators.Valid).Array[0, 40];

    private static readonly Gen<SavedGroups> Groups =
        Gen.Select(ConditionGenerators.Groups, WithSegments(ConditionGenerators.Valid).Array[3], (groups, segments) =>
            Judgement.Named(groups, $$"""{"p": {{segments[0]}}, "q": {{segments[1]}}, "r": {{segments[2]}}}"""));

    [Fact]
    public void Evaluate_AnyConditions_MatchesWhatEachMatchesByItself() =>
        Gen.Select(Conditions, Groups, ConditionGenerators.Attributes.Array[3]).Sample(
            (conditions, groups, people) =>
            {
                ContentRule[] rules = [.. conditions.Select((condition, index) => Rule(index + 1, 0, condition, Show($"slot {index}", "x")))];
                var set = new RuleSet(rules, groups);
                foreach (var person in people.Select(Judgement.Attributes))
                {
                    using var outcome = set.Evaluate(person, Now);
                    Assert.Equal(rules.Where(rule => Judgement.Matches(rule.Condition.Condition, person, groups)), Winners(outcome, rules));
                }
            },
            iter: Samples);

    [Fact]
    public void Evaluate_ManyRulesOnFewAttributes_MatchesWhatEachMatchesByItself() =>
        Gen.Select(Alike.Array[200], Gen.Select(Value, Value, Value).Array[20]).Sample(
            (conditions, people) =>
            {
                ContentRule[] rules = [.. conditions.Select((condition, index) => Rule(index + 1, 0, condition, Show($"slot {index}", "x")))];
                var set = new RuleSet(rules);
                foreach (var (a, b, c) in people)
                {
                    var person = Judgement.Attributes($$"""{"a": {{a}}, "b": {{b}}, "c": {{c}}}""");
                    using var outcome = set.Evaluate(person, Now);
                    Assert.Equal(
                        rules.Where(rule => ConditionCompiler.Compile(rule.Condition.Condition, SavedGroups.Empty)(person)), Winners(outcome, rules));
                }
            },
            iter: 50);

    [Fact]
    public void Evaluate_AnyOrderAndAnyGarbage_GivesOneResultAndNeverThrows() =>
        Gen.Select(ConditionGenerators.Garbage.Array[1, 20], ConditionGenerators.Attributes, Gen.Int).Sample(
            (conditions, attributes, seed) =>
            {
                ContentRule[] rules = [.. conditions.Select((condition, index) => Restored(index + 1, condition, $"slot {index % 3}"))];
                var person = Judgement.Attributes(attributes);
                ContentRule[] shuffled = [.. rules.OrderBy(rule => unchecked((rule.Id * 7_919) + seed) % 31)];

                using var outcome = new RuleSet(rules).Evaluate(person, Now);
                using var other = new RuleSet(shuffled).Evaluate(person, Now);
                Assert.Equal(Enumerable.Range(0, 3).Select(slot => outcome.WinnerOf($"slot {slot}")?.Rule.Id), Enumerable.Range(0, 3).Select(slot => other.WinnerOf($"slot {slot}")?.Rule.Id));
            },
            iter: Samples);

    private static Gen<string> Value { get; } = Gen.OneOf(
        "\"x\"", "\"y\"", "\"z\"", "\"1\"", "1", "2", "7", "null", "true", "\"true\"", "[\"x\", \"q\"]", "[]", "{\"a\": 1}");

    /// <summary>Two or three parts out of few, so that rules share them and lookups come about.</summary>
    private static Gen<string> Alike { get; } = Gen.Select(
        Gen.OneOf("a", "b", "c"),
        Gen.OneOf("\"x\"", "\"y\"", "\"z\"", "\"1\"", "\"true\"", "{\"$in\": [\"x\", \"y\"]}", "{\"$eq\": \"x\"}", "{\"$in\": []}", "{\"$in\": [\"x\", null]}", "{\"$ini\": [\"X\"]}"),
        Gen.OneOf("{\"$gte\": 1}", "{\"$gte\": 2}", "{\"$lt\": 5}", "{\"$exists\": true}", "{\"$ne\": \"x\"}", "{\"$not\": {\"$gte\": 2}}"),
        (name, text, test) => $$$"""{"$and": [{"{{{name}}}": {{{text}}}}, {"b": {{{test}}}}], "c": {"$exists": true}}""");

    private static Gen<string> WithSegments(Gen<string> condition) => Gen.Frequency(
        (3, condition),
        (1, Gen.Select(condition, Gen.OneOf("p", "q", "r", "unknown"), Gen.OneOf("$inSegment", "$notInSegment"), (inner, key, @operator) =>
            $$"""{"$or": [{{inner}}, {"{{@operator}}": "{{key}}"}]}""")),
        (1, Gen.Select(condition, Gen.OneOf("p", "q"), (inner, key) => $$"""{"$and": [{{inner}}, {"$inSegment": ["{{key}}", "r"]}]}""")));

    private static ContentRule Restored(long id, string condition, string slot)
    {
        var rule = Rule(id, 0, "{}", Show(slot, "x"));
        return rule with { Condition = rule.Condition with { Condition = Judgement.Parse(condition).Condition } };
    }

    private static IEnumerable<ContentRule> Winners(RuleOutcome outcome, IReadOnlyList<ContentRule> rules) =>
        rules.Where((rule, index) => outcome.WinnerOf($"slot {index}")?.Rule == rule);
}
