using System.Text.Json;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Logic;

namespace PersonalizationEngine.Core.Rules.Conditions.Parsing;

/// <summary>Reads a value to compare with, once it is known to be within the limits.</summary>
internal static class ConstantReader
{
    public static Condition Read(JsonElement element, Place place, ParseSession session, Func<AttributeValue, Condition> build) =>
        FindFault(element, place, session) ?? build(AttributeJson.Read(element));

    private static FaultyCondition? FindFault(JsonElement element, Place place, ParseSession session) => element.ValueKind switch
    {
        JsonValueKind.String when !JsonText.IsReadable(element) => session.Refuse(place, JsonText.Unreadable),
        JsonValueKind.Array => session.AdmitDepth(element, place) ?? FindFaultInList(element, place, session),
        JsonValueKind.Object => session.AdmitDepth(element, place) ?? FindFaultInMap(element, place, session),
        _ => null,
    };

    private static FaultyCondition? FindFaultInList(JsonElement list, Place place, ParseSession session)
    {
        if (list.GetArrayLength() > ConditionLimits.MaxListValues) return TooLong(place, session);
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (FindFault(item, place.Item(index++), session) is { } fault) return fault;
        }

        return null;
    }

    private static FaultyCondition? FindFaultInMap(JsonElement map, Place place, ParseSession session)
    {
        if (map.GetPropertyCount() > ConditionLimits.MaxListValues) return TooLong(place, session);
        if (FindFaultInNames(map, place, session) is { } named) return named;
        foreach (var property in map.EnumerateObject())
        {
            if (FindFault(property.Value, place.Property(property.Name), session) is { } fault) return fault;
        }

        return null;
    }

    private static FaultyCondition? FindFaultInNames(JsonElement map, Place place, ParseSession session)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in map.EnumerateObject())
        {
            if (!JsonText.IsReadable(property)) return session.Refuse(place, JsonText.Unreadable);
            if (!names.Add(property.Name)) return session.Refuse(place.Property(property.Name), ObjectMembers.GivenTwice);
        }

        return null;
    }

    private static FaultyCondition TooLong(Place place, ParseSession session) =>
        session.Refuse(place, $"A list or object to compare with has at most {ConditionLimits.MaxListValues} values.");
}
