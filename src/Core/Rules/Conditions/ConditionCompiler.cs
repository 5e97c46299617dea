namespace PersonalizationEngine.Core.Rules.Conditions;

/// <summary>Turns a condition into a delegate, once per version of the rules, for thousands of evaluations a second.</summary>
public static class ConditionCompiler
{
    /// <param name="condition">Any parsed condition; its faulty parts never match.</param>
    /// <param name="groups">
    /// What <c>$inGroup</c> and <c>$notInGroup</c> look in; bound now, so a changed group needs a new compilation.
    /// </param>
    public static ConditionPredicate Compile(Condition condition, SavedGroups groups)
    {
        var test = condition.Compile(groups);
        return attributes => test(attributes);
    }
}
