using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions.Logic;

namespace PersonalizationEngine.Core.Rules.Conditions.Parsing;

/// <summary>Reads <c>$and $or $nor $not</c>, which join whole conditions or, under an attribute, tests of its value.</summary>
internal static class LogicReader
{
    public static IReadOnlyList<string> Names { get; } = ["$and", "$or", "$nor", "$not"];

    /// <summary>Null when the name is none of the four.</summary>
    public static Condition? Read(
        string name, JsonElement value, Place place, ParseSession session, Func<JsonElement, Place, Condition> read)
    {
        return name switch
        {
            "$and" => Branches(parts => new AllOf(place.JsonPointer, parts)),
            "$or" => Branches(parts => new AnyOf(place.JsonPointer, parts)),
            "$nor" => Branches(parts => new Negation(place.JsonPointer, new AnyOf(place.JsonPointer, parts))),
            "$not" => new Negation(place.JsonPointer, read(value, place)),
            _ => null,
        };

        Condition Branches(Func<IReadOnlyList<Condition>, Condition> build)
        {
            if (value.ValueKind != JsonValueKind.Array) return session.Refuse(place, $"{name} takes a list of conditions.");
            return session.AdmitDepth(value, place)
                ?? build([.. value.EnumerateArray().Select((item, index) => read(item, place.Item(index)))]);
        }
    }
}
