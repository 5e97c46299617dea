using CsCheck;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class ConditionPropertyTests
{
    private const int Samples = 2_000;

    [Fact]
    public void Valid_AnyAttributes_HasNoFaultsAndExplainsWhatThePredicateSays() =>
        Gen.Select(ConditionGenerators.Valid, ConditionGenerators.Attributes, ConditionGenerators.Groups).Sample(
            (condition, attributes, groups) =>
            {
                Assert.Empty(Judgement.Parse(condition).Faults);
                Judgement.Matches(condition, attributes, groups);
            },
            iter: Samples);

    [Fact]
    public void Garbage_AnyAttributes_GivesFaultsAtExistingPlacesAndNeverThrows() =>
        Gen.Select(ConditionGenerators.Garbage, ConditionGenerators.Attributes).Sample(
            (condition, attributes) =>
            {
                var result = Judgement.Parse(condition);
                Assert.All(result.Faults, fault => Assert.True(JsonPlace.Exists(condition, fault.Pointer)));
                Judgement.Matches(result.Condition, Judgement.Attributes(attributes), SavedGroups.Empty);
            },
            iter: Samples);

    [Fact]
    public void Failure_AnyCondition_PointsAtExistingPlaces() =>
        Gen.Select(ConditionGenerators.Valid, ConditionGenerators.Attributes).Sample(
            (condition, attributes) =>
            {
                var parsed = Judgement.Parse(condition).Condition;
                var failure = ConditionExplainer.WhyNot(parsed, SavedGroups.Empty, Judgement.Attributes(attributes));
                Assert.All(Flatten(failure), part => Assert.True(JsonPlace.Exists(condition, part.JsonPointer)));
            },
            iter: Samples);

    [Fact]
    public void Not_AnyCondition_IsItsNegation() =>
        Gen.Select(ConditionGenerators.Valid, ConditionGenerators.Attributes).Sample(
            (condition, attributes) =>
                Judgement.Matches(condition, attributes) != Judgement.Matches($$"""{"$not": {{condition}}}""", attributes),
            iter: Samples);

    [Fact]
    public void Not_AnyTestOfAnAttribute_IsItsNegation() =>
        Gen.Select(ConditionGenerators.Test, ConditionGenerators.Attributes).Sample(
            (test, attributes) =>
                Judgement.Matches($$"""{"a": {{test}}}""", attributes)
                != Judgement.Matches($$$"""{"a": {"$not": {{{test}}}}}""", attributes),
            iter: Samples);

    [Fact]
    public void Nor_AnyConditions_IsNotOr() =>
        Gen.Select(ConditionGenerators.Valid.Array[0, 3], ConditionGenerators.Attributes).Sample(
            (conditions, attributes) =>
            {
                var list = string.Join(",", conditions);
                return Judgement.Matches($$"""{"$nor": [{{list}}]}""", attributes)
                    != Judgement.Matches($$"""{"$or": [{{list}}]}""", attributes);
            },
            iter: Samples);

    [Fact]
    public void AndOr_AnyConditions_AreAllAndAny() =>
        Gen.Select(ConditionGenerators.Valid.Array[1, 3], ConditionGenerators.Attributes).Sample(
            (conditions, attributes) =>
            {
                var list = string.Join(",", conditions);
                var each = conditions.Select(condition => Judgement.Matches(condition, attributes)).ToArray();
                return Judgement.Matches($$"""{"$and": [{{list}}]}""", attributes) == each.All(matches => matches)
                    && Judgement.Matches($$"""{"$or": [{{list}}]}""", attributes) == each.Any(matches => matches);
            },
            iter: Samples);

    private static IEnumerable<ConditionFailure> Flatten(ConditionFailure? failure) =>
        failure is null ? [] : failure.Inner.SelectMany(Flatten).Prepend(failure);
}
