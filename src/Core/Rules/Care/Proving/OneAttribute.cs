using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Operators;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Care.Proving;

/// <summary>
/// Whether some value of an attribute can pass several tests at once. Every kind of value is looked at, missing and null
/// included; where a test cannot be judged it counts as passed. So "no" is certain, and "yes" only means not disproved.
/// </summary>
internal static class OneAttribute
{
    /// <summary>With more values to compare with, nothing is proved: it would take too long.</summary>
    private const int MostConstants = 400;

    private static readonly AttributeValue[] Singles = [AttributeValue.Missing, AttributeValue.Null, AttributeValue.True, AttributeValue.False];

    public static bool CanHold(IReadOnlyList<Literal> literals)
    {
        if (ContainOpposites(literals)) return false;
        if (literals.Sum(literal => literal.Facts.Constants.Count) > MostConstants) return true;

        var numbers = NumberClasses.Of(literals.SelectMany(literal => literal.Facts.Numbers));
        return Singles.Any(single => literals.All(literal => literal.Allows(single)))
            || numbers.Any(number => literals.All(literal => literal.AllowsNumber(number)))
            || SomeText(literals, numbers)
            || SomeList(literals)
            || SomeMap(literals);
    }

    private static bool ContainOpposites(IReadOnlyList<Literal> literals)
    {
        if (literals.Count < 2) return false;
        var claims = literals.Select(literal => literal.Claim).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return claims.Any(claim => claims.Contains(ConditionText.Opposite(claim)));
    }

    private static bool SomeText(IReadOnlyList<Literal> literals, IReadOnlyList<double> numbers)
    {
        var named = literals.SelectMany(literal => literal.Facts.Constants).Select(constant => ScalarText.Of(constant)).Append("");
        if (named.Any(text => literals.All(literal => literal.Allows(text)))) return true;
        return IsRoomInOrder(literals) && numbers.Any(number => literals.All(literal => literal.AllowsOtherText(number)));
    }

    /// <summary>For a text that is no constant: strictly between the highest lower bound and the lowest upper one.</summary>
    private static bool IsRoomInOrder(IReadOnlyList<Literal> literals)
    {
        string? low = null, high = null;
        foreach (var literal in literals)
        {
            if (literal.Facts.Order is not { } order) continue;
            var isUpper = (order.Relation is Relation.Less or Relation.AtMost) == literal.IsWanted;
            if (isUpper) high = high is null || string.CompareOrdinal(order.Text, high) < 0 ? order.Text : high;
            else low = low is null || string.CompareOrdinal(order.Text, low) > 0 ? order.Text : low;
        }

        return low is null || high is null || string.CompareOrdinal(low, high) < 0;
    }

    private static bool SomeList(IReadOnlyList<Literal> literals)
    {
        if (Required(literals, AttributeKind.List) is { } whole) return literals.All(literal => literal.Allows(whole));
        if (!literals.All(literal => literal.AllowsOtherList())) return false;

        var meetings = literals.Where(literal => literal.Facts.Meeting is not null)
            .ToLookup(literal => literal.Facts.Meeting!.Value.IsWanted == literal.IsWanted, literal => literal.Facts.Meeting!.Value.Elements);
        var forbidden = meetings[false].SelectMany(elements => elements).ToHashSet();
        return meetings[true].All(elements => elements.Any(element => !forbidden.Contains(element)));
    }

    private static bool SomeMap(IReadOnlyList<Literal> literals) => Required(literals, AttributeKind.Map) is { } whole
        ? literals.All(literal => literal.Allows(whole))
        : literals.All(literal => literal.AllowsOtherMap());

    /// <summary>The list or map that some test asks for as a whole.</summary>
    private static AttributeValue? Required(IReadOnlyList<Literal> literals, AttributeKind kind)
    {
        foreach (var literal in literals)
            if (literal.Facts.Whole is { } whole && whole.IsWanted == literal.IsWanted && whole.Whole.Kind == kind) return whole.Whole;
        return null;
    }
}
