using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Webhooks;

/// <summary>Refused events as an admin sees them.</summary>
internal static class RefusedEvents
{
    /// <summary>All of them, page by page.</summary>
    public static async Task<IReadOnlyList<JsonNode>> ListAsync(EngineClient client, int limit = 200)
    {
        var found = new List<JsonNode>();
        var cursor = "";
        do
        {
            var page = (await client.AdminAsync(HttpMethod.Get, $"refused-events?limit={limit}{cursor}")).AssertOk().Json;
            Assert.InRange(page["items"]!.AsArray().Count, 0, limit);
            found.AddRange(page["items"]!.AsArray()!);
            cursor = page["next_cursor"] is { } next ? $"&cursor={Uri.EscapeDataString((string)next!)}" : "";
        }
        while (cursor.Length > 0);
        return found;
    }

    /// <summary>Those whose payload holds that text.</summary>
    public static async Task<IReadOnlyList<JsonNode>> FindAsync(EngineClient client, string text) =>
        [.. (await ListAsync(client)).Where(one => ((string)one["payload"]!).Contains(text, StringComparison.Ordinal))];

    public static async Task<JsonNode> ReplayAsync(EngineClient client, IEnumerable<JsonNode> events)
    {
        var ids = new JsonArray([.. events.Select(one => (JsonNode)(long)one["id"]!)]);
        Assert.NotEmpty(ids);
        var answer = await client.AdminAsync(HttpMethod.Post, "refused-events/replay", new JsonObject { ["ids"] = ids }.ToJsonString());
        return answer.AssertOk().Json;
    }
}
