using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Actions;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Segments;

/// <summary>A condition and where it stands in the document of a definition.</summary>
public readonly record struct PlacedCondition(string Pointer, Condition Condition)
{
    public static IReadOnlyList<PlacedCondition> Of(Segment segment) => [new("/condition", segment.Condition.Condition)];

    public static IReadOnlyList<PlacedCondition> Of(Experiment experiment) =>
        experiment.Targeting is { } targeting ? [new("/condition", targeting.Condition)] : [];

    public static IReadOnlyList<PlacedCondition> Of(ContentRule rule) =>
    [
        new("/conditions", rule.Condition.Condition),
        .. rule.Actions.Select((action, index) => (Where: WhereOf(action), index))
            .Where(action => action.Where is not null)
            .Select(action => new PlacedCondition($"{JsonPointer.Append("/actions", action.index)}/where", action.Where!.Condition)),
    ];

    private static ConditionSource? WhereOf(RuleAction action) => action switch
    {
        BoostItems boost => boost.Where,
        FilterItems filter => filter.Where,
        _ => null,
    };
}
