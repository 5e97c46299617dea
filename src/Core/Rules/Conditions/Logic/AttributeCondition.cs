using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Sets;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Logic;

/// <summary>An attribute name with what is asked of the attribute.</summary>
internal sealed record AttributeCondition(string JsonPointer, AttributePath Path, Condition Test) : Condition(JsonPointer)
{
    internal override string Phrase => $"{Path.Text} {Test.Phrase}";

    internal override IReadOnlyList<Condition> Inside => [Test];

    internal override string? Identity => NodeIdentity.Joined(Path.Text, Inside);

    internal override int Cost => Test.Cost;

    internal override ValueTest Compile(SavedGroups groups)
    {
        var (path, test) = (Path, Test.Compile(groups));
        return (in AttributeValue focus) => test(path.Read(focus));
    }

    internal override ConditionFailure? Explain(in AttributeValue focus, ExplanationScope scope, bool wanted) =>
        Test.Explain(Path.Read(focus), scope.At(Path.Text), wanted);
}
