using System.Collections.Frozen;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Rules.Conditions.Values;

/// <summary>Values that are looked up strictly (the number 3 is not the text "3"), in constant time.</summary>
internal sealed class ValueSet(IReadOnlyList<AttributeValue> values, StringComparer? comparer = null)
{
    private readonly FrozenSet<string> _texts = values
        .Where(value => value.Kind == AttributeKind.Text)
        .Select(value => value.Text)
        .ToFrozenSet(comparer ?? StringComparer.Ordinal);

    private readonly FrozenSet<AttributeValue> _others = values
        .Where(value => value.Kind != AttributeKind.Text).ToFrozenSet();

    public static ValueSet Empty { get; } = new([]);

    /// <summary>For a list: whether it shares an element with the set.</summary>
    public bool Meets(in AttributeValue actual)
    {
        if (actual.Kind != AttributeKind.List) return Contains(actual);
        foreach (var item in actual.Items)
        {
            if (Contains(item)) return true;
        }

        return false;
    }

    private bool Contains(in AttributeValue actual) => actual.Kind switch
    {
        AttributeKind.Text => _texts.Contains(actual.Text),
        AttributeKind.Missing => _others.Contains(AttributeValue.Null),
        _ => _others.Contains(actual),
    };
}
