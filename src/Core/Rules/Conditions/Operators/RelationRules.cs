using System.Diagnostics;

namespace PersonalizationEngine.Core.Rules.Conditions.Operators;

internal static class RelationRules
{
    /// <param name="relation">What is asked.</param>
    /// <param name="order">Below, at or above zero as the actual value comes before, is or comes after the expected one.</param>
    public static bool Holds(this Relation relation, int order) => relation switch
    {
        Relation.Equal => order == 0,
        Relation.NotEqual => order != 0,
        Relation.Less => order < 0,
        Relation.AtMost => order <= 0,
        Relation.More => order > 0,
        Relation.AtLeast => order >= 0,
        _ => throw new UnreachableException(),
    };

    public static string Words(this Relation relation) => relation switch
    {
        Relation.Equal => "equal to",
        Relation.NotEqual => "other than",
        Relation.Less => "less than",
        Relation.AtMost => "at most",
        Relation.More => "more than",
        Relation.AtLeast => "at least",
        _ => throw new UnreachableException(),
    };
}
