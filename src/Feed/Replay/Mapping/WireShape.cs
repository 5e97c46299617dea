using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Feed.Replay.Reading;
using PersonalizationEngine.Feed.Replay.Values;
using PersonalizationEngine.Feed.Sending;

namespace PersonalizationEngine.Feed.Replay.Mapping;

/// <summary>Lines that are events already go as they are; only their times are moved, where they shall be.</summary>
/// <param name="to">Where all of them go; null to tell by each line's type.</param>
internal sealed class WireShape(Endpoint? to, bool movesTimes) : IRowMapping
{
    private static readonly string[] MovedInData = ["published_at", "expires_at"];

    public string Identity => $"wire {to?.Name}";

    public IEnumerable<string> Columns => [];

    public MappedRow Map(SourceRecord.Row row, MomentContext moments)
    {
        var columns = (JsonColumns)row.Columns;
        var endpoint = to ?? EndpointOf(columns.Json);
        if (endpoint is null) return MappedRow.Wrong("no event the engine knows by its type: say --to, or map it");
        var json = movesTimes ? Moved(columns, moments) : Encoding.UTF8.GetBytes(columns.Text.Trim());
        return MappedRow.Of([new WireEvent(endpoint, json, row.Line)]);
    }

    private static Endpoint? EndpointOf(JsonElement json)
    {
        var isNamed = json.TryGetProperty("type", out var named) && named.ValueKind == JsonValueKind.String;
        var type = isNamed ? named.GetString()! : "";
        if (json.TryGetProperty("decision_id", out _)) return Endpoint.Events;
        if (type.Contains('.', StringComparison.Ordinal)) return Endpoint.Cdp;
        return type.Length > 0 ? Endpoint.Rybbit : null;
    }

    private static byte[] Moved(JsonColumns columns, MomentContext moments)
    {
        var json = JsonObject.Create(columns.Json)!;
        Move(json, "timestamp", moments, isEventTime: true);
        if (json["data"] is JsonObject data)
        {
            foreach (var name in MovedInData) Move(data, name, moments, isEventTime: false);
        }

        return JsonSerializer.SerializeToUtf8Bytes<JsonNode>(json);
    }

    /// <summary>What is no instant stays, for the engine to judge.</summary>
    private static void Move(JsonObject json, string name, MomentContext moments, bool isEventTime)
    {
        if (json[name] is not JsonValue value || Timestamps.Read(value.ToString(), Format(value)) is not { } instant) return;
        if (isEventTime) moments.Observe(instant);
        json[name] = WireTime.Text(moments.Moved(instant));
    }

    private static TimestampFormat Format(JsonValue value) =>
        value.GetValueKind() == JsonValueKind.Number ? TimestampFormat.UnixMs : TimestampFormat.Iso;
}
