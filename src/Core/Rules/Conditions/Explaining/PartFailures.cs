using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Rules.Conditions.Explaining;

/// <summary>Explains the parts of an AND or OR. By De Morgan's laws the two need only these two questions.</summary>
internal static class PartFailures
{
    /// <summary>Null when every part has the wanted outcome.</summary>
    public static ConditionFailure? FirstFailure(
        this IReadOnlyList<Condition> parts, in AttributeValue focus, ExplanationScope scope, bool wanted)
    {
        foreach (var part in parts)
        {
            if (part.Explain(focus, scope, wanted) is { } failure) return failure;
        }

        return null;
    }

    /// <summary>Null when some part has the wanted outcome.</summary>
    public static IReadOnlyList<ConditionFailure>? EveryFailure(
        this IReadOnlyList<Condition> parts, in AttributeValue focus, ExplanationScope scope, bool wanted)
    {
        var failures = new List<ConditionFailure>(parts.Count);
        foreach (var part in parts)
        {
            if (part.Explain(focus, scope, wanted) is not { } failure) return null;
            failures.Add(failure);
        }

        return failures;
    }
}
