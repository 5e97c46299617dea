using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PersonalizationEngine.Core.Rules;

/// <summary>Writes a rule as the document that <see cref="ContentRuleDocument"/> reads; what has no value is left out.</summary>
public static class ContentRuleText
{
    public static string Of(ContentRule rule)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("name", rule.Name);
            if (rule.Description is not null) writer.WriteString("description", rule.Description);
            writer.WriteNumber("priority", rule.Priority);
            writer.WriteBoolean("active", rule.Active);
            writer.WritePropertyName("conditions");
            rule.Condition.Json.WriteTo(writer);
            writer.WritePropertyName("actions");
            rule.ActionsJson.WriteTo(writer);
            if (rule.StartsAt is { } start) writer.WriteString("start_date", start.ToUniversalTime());
            if (rule.EndsAt is { } end) writer.WriteString("end_date", end.ToUniversalTime());
            if (rule.Holdout is { } holdout) writer.WriteNumber("holdout", holdout);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
