using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions.Logic;
using PersonalizationEngine.Core.Rules.Conditions.Operators;

namespace PersonalizationEngine.Core.Rules.Conditions.Parsing;

/// <summary>
/// Reads <c>$inSegment</c> (one key, or a list of which one must hold), <c>$notInSegment</c> (none must) and, as GrowthBook
/// writes groups of conditions, <c>$savedGroups</c> (a list all of which must hold).
/// </summary>
internal static class SegmentReader
{
    public const string In = "$inSegment", NotIn = "$notInSegment", All = "$savedGroups";

    private const int MaxKeys = 100;

    public static bool Knows(string name) => name is In or NotIn or All;

    /// <summary>Null when the name is none of the three.</summary>
    public static Condition? Read(string name, JsonElement value, Place place, ParseSession session)
    {
        if (!Knows(name)) return null;
        if (name != All && value.ValueKind == JsonValueKind.String) return Membership(name, value, place, session);
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() is 0 or > MaxKeys)
            return session.Refuse(place, $"{name} takes {(name == All ? "" : "the key of a segment or ")}a list of 1 to {MaxKeys} keys of segments.");
        if (session.AdmitDepth(value, place) is { } fault) return fault;

        Condition[] memberships = [.. value.EnumerateArray().Select((item, index) => Membership(name, item, place.Item(index), session))];
        return name == In ? new AnyOf(place.JsonPointer, memberships) : new AllOf(place.JsonPointer, memberships);
    }

    private static Condition Membership(string name, JsonElement key, Place place, ParseSession session)
    {
        if (session.Admit(key, place) is { } fault) return fault;
        return key.ValueKind == JsonValueKind.String && JsonText.IsReadable(key) && key.GetString() is { Length: > 0 } text
            ? new SegmentMembership(place.JsonPointer, name, text, Negated: name == NotIn)
            : session.Refuse(place, $"{name} takes keys of segments, which are texts.");
    }
}
