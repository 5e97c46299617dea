using System.Buffers;
using System.Text.Json;
using PersonalizationEngine.Feed.Demo;
using PersonalizationEngine.Feed.Sending;

namespace Feed.Tests.Demo;

/// <summary>An event read back from its JSON, so that tests see only what the engine sees.</summary>
internal sealed record SentEvent(Endpoint Endpoint, JsonElement Json)
{
    public string Type { get; } = Json.GetProperty("type").GetString()!;
    public DateTimeOffset At { get; } = Json.GetProperty("timestamp").GetDateTimeOffset();
    public string? Path { get; } = Json.TryGetProperty("pathname", out var path) ? path.GetString() : null;
    public JsonElement Data => Json.GetProperty("data");

    public string? Text(string name) => Json.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static IReadOnlyList<SentEvent> ReadAll(DemoMonth month)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var events = new List<SentEvent>(month.Events.Count);
        foreach (var happening in month.Events)
        {
            buffer.ResetWrittenCount();
            using (var writer = new Utf8JsonWriter(buffer)) happening.Write(writer);
            events.Add(new SentEvent(happening.Endpoint, JsonElement.Parse(buffer.WrittenSpan)));
        }

        return events;
    }
}
