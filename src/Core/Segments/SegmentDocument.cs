using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules;

namespace PersonalizationEngine.Core.Segments;

/// <summary>Reads a segment as it is sent to the API; every fault comes with its JSON pointer.</summary>
public static class SegmentDocument
{
    public static Parsed<Segment> Read(JsonElement json)
    {
        var reader = new DocumentReader(json);
        reader.RefuseUnknown("id", "key", "name", "description", "condition", "version", "created_at", "updated_at");
        var key = NamedDocument.Key(reader);
        var name = NamedDocument.Name(reader);
        var description = NamedDocument.Description(reader);
        var condition = ConditionDocument.Read(reader, "condition", required: true);
        return Parsed.From(reader, () => new Segment(0, key!, name!, description, condition!));
    }
}
