using System.Text.Json;

namespace PersonalizationEngine.Core.Documents;

/// <summary>
/// What differs between two JSON documents, as deep as both have objects and lists. A field that is null and one that is absent
/// are the same; elements of lists are compared place by place.
/// </summary>
public static class DocumentDiff
{
    public static IReadOnlyList<DocumentChange> Between(JsonElement? before, JsonElement? after)
    {
        var changes = new List<DocumentChange>();
        Compare("", Present(before), Present(after), changes);
        return changes;
    }

    private static void Compare(string pointer, JsonElement? before, JsonElement? after, List<DocumentChange> changes)
    {
        if (before is null && after is null) return;
        if (before is not { } was || after is not { } now) changes.Add(new DocumentChange(pointer, before, after));
        else if (was.ValueKind == JsonValueKind.Object && now.ValueKind == JsonValueKind.Object) CompareFields(pointer, was, now, changes);
        else if (was.ValueKind == JsonValueKind.Array && now.ValueKind == JsonValueKind.Array) CompareItems(pointer, was, now, changes);
        else if (!JsonElement.DeepEquals(was, now)) changes.Add(new DocumentChange(pointer, before, after));
    }

    private static void CompareFields(string pointer, JsonElement before, JsonElement after, List<DocumentChange> changes)
    {
        var names = before.EnumerateObject().Concat(after.EnumerateObject()).Select(field => field.Name).Distinct(StringComparer.Ordinal);
        foreach (var name in names) Compare(JsonPointer.Append(pointer, name), Field(before, name), Field(after, name), changes);
    }

    private static void CompareItems(string pointer, JsonElement before, JsonElement after, List<DocumentChange> changes)
    {
        var (was, now) = (before.GetArrayLength(), after.GetArrayLength());
        for (var i = 0; i < Math.Max(was, now); i++)
            Compare(JsonPointer.Append(pointer, i), i < was ? before[i] : null, i < now ? after[i] : null, changes);
    }

    private static JsonElement? Field(JsonElement document, string name) =>
        document.TryGetProperty(name, out var value) ? Present(value) : null;

    private static JsonElement? Present(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } ? null : value;
}
