using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Operators;

/// <summary>
/// <c>$regex</c>, and in any letter case <c>$regexi</c>: a text, number or boolean in which the pattern is found.
/// <c>$notRegex</c> and <c>$notRegexi</c>: anything else, an absent value too.
/// Patterns are .NET's: unlike JavaScript's, <c>$</c> also stands before a final line feed and <c>\d</c> is any Unicode digit.
/// </summary>
internal sealed record PatternMatch(string JsonPointer, string Operator, string Source, bool IgnoreCase, bool Negated, SafePattern Pattern)
    : ConditionLeaf(JsonPointer, Operator, Source)
{
    internal override string Phrase => $"{(Negated ? "anything but " : "")}text that matches {ValueWording.Quoted(Source)}{(IgnoreCase ? " in any case" : "")}";

    public static Condition Read(OperatorArgument argument, bool ignoreCase = false, bool negated = false) => argument.Text(
        source =>
        {
            if (source.Length > ConditionLimits.MaxPatternLength)
            {
                return argument.Refuse($"A pattern has at most {ConditionLimits.MaxPatternLength} characters.");
            }

            return SafePattern.TryCreate(source, ignoreCase, out var pattern, out var fault)
                ? new PatternMatch(argument.JsonPointer, argument.Operator, source, ignoreCase, negated, pattern)
                : argument.Refuse($"{argument.Operator} takes a valid .NET regular expression. {fault}");
        },
        "a regular expression as text");

    internal override string Identity => AsWritten;

    internal override int Cost => 40;

    internal override ValueTest Compile(SavedGroups groups) => Matches;

    private bool Matches(in AttributeValue focus)
    {
        Span<char> buffer = stackalloc char[ScalarText.BufferLength];
        return (ScalarText.TryRead(focus, buffer, out var text) && Pattern.IsMatch(text)) != Negated;
    }
}
