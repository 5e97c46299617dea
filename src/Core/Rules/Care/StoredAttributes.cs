using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Logic;
using PersonalizationEngine.Core.Rules.Conditions.Operators;

namespace PersonalizationEngine.Core.Rules.Care;

/// <summary>Whether a condition asks only for what is stored of a person, so that a stored person is fit to judge it by.</summary>
public static class StoredAttributes
{
    /// <summary>What a request brings along, or the moment does.</summary>
    private static readonly string[] OfTheMoment = ["context", "time", "live", "utm", "device", "experiments"];

    public static bool Suffice(Condition condition) => condition switch
    {
        AllOf all => all.Parts.All(Suffice),
        AnyOf any => any.Parts.All(Suffice),
        Negation not => Suffice(not.Inner),
        AttributeCondition at => !OfTheMoment.Contains(at.Path.Text.Split('.')[0]) && IsPlain(at.Test),
        _ => false,
    };

    /// <summary>Below an attribute names are of its own parts.</summary>
    private static bool IsPlain(Condition test) => test switch
    {
        AllOf all => all.Parts.All(IsPlain),
        AnyOf any => any.Parts.All(IsPlain),
        Negation not => IsPlain(not.Inner),
        AttributeCondition at => IsPlain(at.Test),
        ElementMatch element => IsPlain(element.Element),
        GroupMembership or FaultyCondition => false,
        ConditionLeaf => true,
        _ => false,
    };
}
