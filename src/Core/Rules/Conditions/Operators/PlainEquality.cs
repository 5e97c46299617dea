using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Operators;

/// <summary>
/// A plain value in place of operators. It forgives types, as GrowthBook's JavaScript evaluator does: a text also equals the
/// number or boolean it spells, a number the text that says it (missing and null count as 0), true anything but missing,
/// null, false, 0 and empty text, and null what is missing. Lists and objects are equal deeply and strictly.
/// </summary>
internal sealed record PlainEquality(string JsonPointer, AttributeValue Value, bool IgnoreCase)
    : ConditionLeaf(JsonPointer, "=", Value)
{
    internal override string Phrase =>
        ValueWording.Of(Value) + (IgnoreCase && Value.Kind == AttributeKind.Text ? " in any case" : "");

    internal override string Identity => IgnoreCase ? $"{AsWritten}i" : AsWritten;

    internal override int Cost => 1;

    internal override IReadOnlyList<string>? OnlyTexts => IgnoreCase || Value.Kind != AttributeKind.Text ? null : [Value.Text];

    internal override ValueTest Compile(SavedGroups groups) => Value.Kind switch
    {
        AttributeKind.Text => IsText,
        AttributeKind.Number => IsNumber,
        AttributeKind.Boolean => IsTruth,
        AttributeKind.Null => static (in AttributeValue focus) => !focus.IsPresent,
        _ => IsSame,
    };

    private bool IsText(in AttributeValue focus)
    {
        Span<char> buffer = stackalloc char[ScalarText.BufferLength];
        return ScalarText.TryRead(focus, buffer, out var text)
            && text.Equals(Value.Text, IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }

    private bool IsNumber(in AttributeValue focus) => ScalarNumber.Of(focus) == Value.Number;

    private bool IsTruth(in AttributeValue focus) => focus.IsPresent && Value.Boolean == focus.Kind switch
    {
        AttributeKind.Boolean => focus.Boolean,
        AttributeKind.Number => focus.Number != 0,
        AttributeKind.Text => focus.Text.Length > 0,
        _ => true,
    };

    private bool IsSame(in AttributeValue focus) => Value.Equals(focus);
}
