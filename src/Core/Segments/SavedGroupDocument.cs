using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Segments;

/// <summary>Reads a saved group as it is sent to the API; every fault comes with its JSON pointer.</summary>
public static class SavedGroupDocument
{
    public static Parsed<SavedGroup> Read(JsonElement json)
    {
        var reader = new DocumentReader(json);
        reader.RefuseUnknown("id", "key", "name", "description", "values", "version", "created_at", "updated_at");
        var key = NamedDocument.Key(reader);
        var name = NamedDocument.Name(reader);
        var description = NamedDocument.Description(reader);
        CheckValues(reader);
        return Parsed.From(reader, () => Restore(0, key!, name!, description, reader.Raw("values")!.Value.Clone()));
    }

    /// <summary>A group that was accepted once, as it was stored.</summary>
    /// <exception cref="InvalidOperationException">The values are no list.</exception>
    public static SavedGroup Restore(long id, string key, string name, string? description, JsonElement values) =>
        new(id, key, name, description, [.. values.EnumerateArray().Select(AttributeJson.Read)], values);

    private static void CheckValues(DocumentReader reader)
    {
        if (reader.Raw("values") is not { ValueKind: JsonValueKind.Array } values || values.GetArrayLength() > ConditionLimits.MaxListValues)
        {
            reader.Fault("values", $"is required: a list of at most {ConditionLimits.MaxListValues} texts, numbers, true, false or null");
            return;
        }

        var index = 0;
        foreach (var value in values.EnumerateArray())
        {
            if (value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
                reader.Fault(new DocumentFault(JsonPointer.Append("/values", index), "must be a text, a number, true, false or null"));
            index++;
        }
    }
}
