using System.Text.Json;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Logic;

namespace PersonalizationEngine.Core.Rules.Conditions.Parsing;

/// <summary>What stands behind an operator, with the ways an operator may read it. A wrong one becomes a fault.</summary>
internal sealed record OperatorArgument(string Operator, JsonElement Element, Place Place, ParseSession Session)
{
    public string JsonPointer => Place.JsonPointer;

    public bool IsNumber => Element.ValueKind == JsonValueKind.Number;

    public bool IsOperators => ObjectMembers.AreOperators(Element);

    public FaultyCondition Refuse(string message) => Session.Refuse(Place, message);

    public Condition Constant(Func<AttributeValue, Condition> build) => ConstantReader.Read(Element, Place, Session, build);

    /// <param name="build">Makes the node of the text.</param>
    /// <param name="accepted">What the operator takes, to follow "takes" in the fault.</param>
    public Condition Text(Func<string, Condition> build, string accepted) => Constant(value =>
        value.Kind == AttributeKind.Text ? build(value.Text) : Refuse($"{Operator} takes {accepted}."));

    /// <summary>True or false, also written 1 or 0.</summary>
    public Condition Boolean(Func<bool, Condition> build) => Constant(value => value.Kind switch
    {
        AttributeKind.Boolean => build(value.Boolean),
        AttributeKind.Number when value.Number is 0 or 1 => build(value.Number == 1),
        _ => Refuse($"{Operator} takes true or false."),
    });

    /// <summary>A list each of whose elements is a plain value or operators.</summary>
    public Condition List(Func<IReadOnlyList<Condition>, Condition> build, bool ignoreCase)
    {
        if (Element.ValueKind != JsonValueKind.Array) return Refuse($"{Operator} takes a list of values.");
        if (Session.AdmitDepth(Element, Place) is { } fault) return fault;
        var items = Element.EnumerateArray();
        return build([.. items.Select((item, index) => TestReader.Read(item, Place.Item(index), Session, ignoreCase))]);
    }

    public Condition Test() => TestReader.Read(Element, Place, Session);

    public Condition Condition() => ConditionReader.Read(Element, Place, Session);
}
