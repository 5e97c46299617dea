using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>Bodies as Standard Webhooks recommends them: type, timestamp, data.</summary>
internal static class Payloads
{
    public static string Of(OutboundEvent one)
    {
        var buffer = new ArrayBufferWriter<byte>(256 + one.Data.Length);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("type", one.Type);
            writer.WriteString("timestamp", one.At);
            writer.WritePropertyName("data");
            writer.WriteRawValue(one.Data);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
