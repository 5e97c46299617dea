using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Feed.Sending;

namespace PersonalizationEngine.Feed.Demo.Wire;

/// <summary>An event of the customer data platform.</summary>
internal sealed record Fact(DateTimeOffset At, string Type, JsonObject Data) : DemoEvent(At)
{
    public override Endpoint Endpoint => Endpoint.Cdp;

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", Type);
        writer.WriteString("timestamp", WireTime.Text(At));
        writer.WritePropertyName("data");
        Data.WriteTo(writer);
        writer.WriteEndObject();
    }
}
