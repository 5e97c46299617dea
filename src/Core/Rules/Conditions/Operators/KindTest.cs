using System.Collections.Frozen;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Operators;

/// <summary>
/// <c>$type</c>: the JSON type by its JavaScript name. <c>null</c> includes what is missing, <c>undefined</c> is only that.
/// </summary>
internal sealed record KindTest(string JsonPointer, string Name) : ConditionLeaf(JsonPointer, "$type", Name)
{
    private static readonly FrozenDictionary<string, ValueTest> Tests = new Dictionary<string, ValueTest>
    {
        ["string"] = (in focus) => focus.Kind == AttributeKind.Text,
        ["number"] = (in focus) => focus.Kind == AttributeKind.Number,
        ["boolean"] = (in focus) => focus.Kind == AttributeKind.Boolean,
        ["array"] = (in focus) => focus.Kind == AttributeKind.List,
        ["object"] = (in focus) => focus.Kind == AttributeKind.Map,
        ["null"] = (in focus) => !focus.IsPresent,
        ["undefined"] = (in focus) => focus.Kind == AttributeKind.Missing,
    }.ToFrozenDictionary();

    private static readonly string Accepted = $"one of {string.Join(", ", Tests.Keys.Order(StringComparer.Ordinal))}";

    internal override string Phrase => $"of type {Name}";

    protected override string Requirement => $"needed a value {Phrase}";

    public static Condition Read(OperatorArgument argument) => argument.Text(
        name => Tests.ContainsKey(name) ? new KindTest(argument.JsonPointer, name) : argument.Refuse($"$type takes {Accepted}."),
        Accepted);

    internal override string Identity => AsWritten;

    internal override int Cost => 1;

    internal override ValueTest Compile(SavedGroups groups) => Tests[Name];
}
