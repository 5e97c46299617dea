using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;

namespace PersonalizationEngine.Core.Rules.Conditions;

/// <summary>Says why a condition does not match, to people who look at one decision; unlike the predicate it allocates.</summary>
public static class ConditionExplainer
{
    /// <returns>
    /// Null exactly when the compiled predicate is true. Otherwise the first part that failed; where several parts are to
    /// blame together (every branch of an <c>$or</c>, say) a failure with one <see cref="ConditionFailure.Inner"/> each.
    /// </returns>
    public static ConditionFailure? WhyNot(Condition condition, SavedGroups groups, AttributeMap attributes) =>
        condition.Explain(attributes, new ExplanationScope(groups), wanted: true);
}
