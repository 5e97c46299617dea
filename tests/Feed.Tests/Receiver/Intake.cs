using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Feed.Tests.Receiver;

/// <summary>Stores the events of one request and answers for each of them.</summary>
internal static class Intake
{
    public static (int Status, JsonObject Body) Take(ReceivingEngine engine, HttpRequest request, byte[] body)
    {
        var events = Read(body);
        if (events.Count > 1000 || body.Length > 1_048_576) return (413, []);
        var (accepted, duplicates, results) = (0, 0, new JsonArray());
        for (var index = 0; index < events.Count; index++)
        {
            var id = IdOf(events[index]) ?? $"{request.Headers["webhook-id"]}#{index}";
            var refusal = engine.Refuse(events[index]);
            var status = refusal is not null ? "refused"
                : engine.Store(id, request.Path, events[index]) ? "accepted" : "duplicate";
            accepted += status == "accepted" ? 1 : 0;
            duplicates += status == "duplicate" ? 1 : 0;
            var result = new JsonObject { ["index"] = index, ["event_id"] = id, ["status"] = status };
            if (refusal is { } told) (result["field"], result["reason"]) = (told.Field, told.Reason);
            results.Add(result);
        }

        var refused = events.Count - accepted - duplicates;
        if (refused == events.Count) return (400, new JsonObject { ["title"] = "All were refused", ["results"] = results });
        var answer = new JsonObject { ["accepted"] = accepted, ["duplicates"] = duplicates, ["refused"] = refused };
        answer["results"] = results;
        return (200, answer);
    }

    private static List<JsonElement> Read(byte[] body)
    {
        var events = new List<JsonElement>();
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
        {
            var element = JsonElement.ParseValue(ref reader);
            if (element.ValueKind == JsonValueKind.Array) events.AddRange(element.EnumerateArray());
            else events.Add(element);
        }

        return events;
    }

    private static string? IdOf(JsonElement wireEvent) =>
        wireEvent.TryGetProperty("event_id", out var id) || wireEvent.TryGetProperty("id", out id) ? id.GetString() : null;
}
