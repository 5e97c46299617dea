using System.Text.Json;

namespace PersonalizationEngine.Core.Rules.Conditions.Parsing;

internal static class ObjectMembers
{
    public const string GivenTwice = "A name stands only once in an object.";

    /// <summary>The members by name, in order. Of a name given twice the last counts, with a fault.</summary>
    public static OrderedDictionary<string, JsonElement> Of(JsonElement element, Place place, ParseSession session)
    {
        var members = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (!JsonText.IsReadable(property))
            {
                session.Note(place, JsonText.Unreadable);
            }
            else if (!members.TryAdd(property.Name, property.Value))
            {
                session.Note(place.Property(property.Name), GivenTwice);
                members[property.Name] = property.Value;
            }
        }

        return members;
    }

    public static bool IsOperator(string name) => name.StartsWith('$');

    /// <summary>An object some of whose names start with $.</summary>
    public static bool HasOperators(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.EnumerateObject().Any(IsOperator);

    /// <summary>An object with at least one member, all of whose names start with $.</summary>
    public static bool AreOperators(JsonElement element) =>
        HasOperators(element) && element.EnumerateObject().All(IsOperator);

    private static bool IsOperator(JsonProperty property) => JsonText.IsReadable(property) && IsOperator(property.Name);
}
