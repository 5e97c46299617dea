using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Core.Rules.Conditions.Scheduling;

namespace PersonalizationEngine.Core.Rules.Conditions;

/// <summary>Finds what only a person at a moment can answer, never an item.</summary>
internal static class AskedOfPeople
{
    public static bool Any(Condition condition) => condition is DidCondition or ScheduleCondition || condition.Inside.Any(Any);
}
