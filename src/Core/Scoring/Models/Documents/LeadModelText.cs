using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PersonalizationEngine.Core.Scoring.Models.Documents;

/// <summary>Writes a model as the document that <see cref="LeadModelDocument"/> reads; what has no value is left out.</summary>
public static class LeadModelText
{
    /// <summary>What the store knows of it, and is no part of it.</summary>
    private static readonly string[] Stored = ["id", "version", "created_at", "updated_at"];

    public static string Of(LeadModel model)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var field in model.Json.EnumerateObject())
            {
                if (field.Value.ValueKind == JsonValueKind.Null || Stored.Contains(field.Name, StringComparer.Ordinal)) continue;
                field.WriteTo(writer);
            }

            // The one field that is shown though it was not sent: sending back what was shown changes nothing.
            if (!model.Json.TryGetProperty("active", out var active) || active.ValueKind == JsonValueKind.Null) writer.WriteBoolean("active", model.Active);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
