using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Core.Rules.Conditions.Logic;
using PersonalizationEngine.Core.Rules.Conditions.Scheduling;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Parsing;

/// <summary>Reads an object of attribute names and <c>$and $or $nor $not</c>, all of which must hold.</summary>
internal static class ConditionReader
{
    public static Condition Read(JsonElement element, Place place, ParseSession session)
    {
        if (session.Admit(element, place) is { } fault) return fault;
        if (element.ValueKind != JsonValueKind.Object)
        {
            return session.Refuse(place, "A condition is an object of attribute names, $and, $or, $nor and $not.");
        }

        var members = ObjectMembers.Of(element, place, session);
        return new AllOf(
            place.JsonPointer,
            [.. members.Select(member => ReadMember(member.Key, member.Value, place.Property(member.Key), session))]);
    }

    private static Condition ReadMember(string name, JsonElement value, Place place, ParseSession session)
    {
        if (LogicReader.Read(name, value, place, session, (item, at) => Read(item, at, session)) is { } logic) return logic;
        if (SegmentReader.Read(name, value, place, session) is { } segment) return segment;
        if (DidReader.Read(name, value, place, session) is { } did) return did;
        if (ScheduleReader.Read(name, value, place, session) is { } schedule) return schedule;
        if (name.Length == 0) return session.Refuse(place, "An attribute name is not empty.");
        if (OperatorTable.Knows(name)) return session.Refuse(place, $"{name} stands under the attribute it judges.");

        // GrowthBook knows attributes such as $groups; a misspelt $or is told from them by what follows.
        if (ObjectMembers.IsOperator(name) && !ObjectMembers.AreOperators(value))
        {
            return session.Refuse(place, "Only $and, $or, $nor and $not stand here; another $ name needs operators behind it.");
        }

        return new AttributeCondition(place.JsonPointer, new AttributePath(name), TestReader.Read(value, place, session));
    }
}
