using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Operators;

/// <summary><c>$exists</c>: neither missing nor null, or with false one of the two.</summary>
internal sealed record Existence(string JsonPointer, bool Present) : ConditionLeaf(JsonPointer, "$exists", Present)
{
    internal override string Phrase => Present ? "present" : "absent";

    protected override string Requirement => $"needed to be {Phrase}";

    public static Condition Read(OperatorArgument argument) => argument.Boolean(
        present => new Existence(argument.JsonPointer, present));

    internal override string Identity => AsWritten;

    internal override int Cost => 1;

    internal override ValueTest Compile(SavedGroups groups) => Matches;

    private bool Matches(in AttributeValue focus) => focus.IsPresent == Present;
}
