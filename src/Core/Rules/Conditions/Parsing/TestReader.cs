using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions.Logic;
using PersonalizationEngine.Core.Rules.Conditions.Operators;

namespace PersonalizationEngine.Core.Rules.Conditions.Parsing;

/// <summary>Reads what is asked of one value: operators, all of which must hold, or a plain value to be equal to.</summary>
internal static class TestReader
{
    public static Condition Read(JsonElement element, Place place, ParseSession session, bool ignoreCase = false)
    {
        if (session.Admit(element, place) is { } fault) return fault;
        if (!ObjectMembers.HasOperators(element)) return ReadPlain(element, place, session, ignoreCase);
        var members = ObjectMembers.Of(element, place, session);
        if (!members.Keys.All(ObjectMembers.IsOperator))
        {
            return session.Refuse(place, "Under an attribute stands an object with operators only, or with none to be equal to.");
        }

        return new AllOf(
            place.JsonPointer,
            [.. members.Select(member => ReadOperator(member.Key, member.Value, place.Property(member.Key), session))]);
    }

    private static Condition ReadPlain(JsonElement element, Place place, ParseSession session, bool ignoreCase) =>
        ConstantReader.Read(element, place, session, value => new PlainEquality(place.JsonPointer, value, ignoreCase));

    private static Condition ReadOperator(string name, JsonElement value, Place place, ParseSession session) =>
        session.Admit(value, place)
            ?? LogicReader.Read(name, value, place, session, (item, at) => Read(item, at, session))
            ?? OperatorTable.Read(new OperatorArgument(name, value, place, session));
}
