using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;

namespace PersonalizationEngine.Core.Rules.Conditions.Outlines;

/// <summary>
/// Lays the JSON of a condition out in lines. Whatever JSON it is, nothing is lost: what is faulty or no line can say is kept as
/// JSON, and so is what goes beyond <see cref="MaxParts"/>. Written again by <see cref="OutlineWriter"/> it means the same.
/// </summary>
public sealed class OutlineReader
{
    /// <summary>Lines and groups that a person is shown at most.</summary>
    public const int MaxParts = 60;

    private int _left = MaxParts;

    public static OutlineGroup Read(JsonElement condition) =>
        new OutlineReader().ReadItem(condition) is var part && part is OutlineGroup { Joining: Joining.All } group
            ? group
            : new OutlineGroup(Joining.All, [part]);

    private OutlinePart ReadItem(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || !AreDistinct(item)) return new OutlineJson(item.GetRawText());
        var members = item.EnumerateObject().ToList();
        if (members is [{ Name: "$and", Value.ValueKind: JsonValueKind.Array } only] && --_left >= 0) return Group(Joining.All, only.Value);
        IReadOnlyList<OutlinePart> parts = [.. members.SelectMany(ReadMember)];
        return parts.Count == 1 ? parts[0] : new OutlineGroup(Joining.All, parts);
    }

    private IEnumerable<OutlinePart> ReadMember(JsonProperty member)
    {
        if (--_left < 0) return [Keep(member)];
        return (member.Name, member.Value.ValueKind) switch
        {
            ("$and", JsonValueKind.Array) => [Group(Joining.All, member.Value)],
            ("$or", JsonValueKind.Array) => [Group(Joining.Any, member.Value)],
            ("$nor", JsonValueKind.Array) => [Group(Joining.None, member.Value)],
            ("$not", JsonValueKind.Object) => [new OutlineGroup(Joining.None, [ReadItem(member.Value)])],
            _ => LineReader.Read(member.Name, member.Value) ?? [Keep(member)],
        };
    }

    private OutlineGroup Group(Joining joining, JsonElement items) => new(joining, [.. items.EnumerateArray().Select(ReadItem)]);

    private static OutlineJson Keep(JsonProperty member) => new($"{{{OutlineValue.Quote(member.Name)}:{member.Value.GetRawText()}}}");

    private static bool AreDistinct(JsonElement item)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return item.EnumerateObject().All(member => JsonText.IsReadable(member) && names.Add(member.Name));
    }
}
