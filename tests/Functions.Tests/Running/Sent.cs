using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.Running;

/// <summary>Events as senders write them.</summary>
internal static class Sent
{
    /// <summary>An id nobody else in the test run has.</summary>
    public static string NewId(string prefix = "user") => $"{prefix}-{Guid.CreateVersion7():N}";

    public static JsonObject PageView(string user, string path, double minutesAgo = 1, string? session = null) =>
        Rybbit(user, "pageview", minutesAgo, session, ("pathname", path));

    public static JsonObject Rybbit(string user, string type, double minutesAgo, string? session, params (string Name, JsonNode? Value)[] fields)
    {
        var sent = new JsonObject
        {
            ["type"] = type,
            ["site_id"] = "1",
            ["user_id"] = user,
            ["timestamp"] = At(minutesAgo),
        };
        if (session is not null) sent["session_id"] = session;
        foreach (var (name, value) in fields) sent[name] = value;
        return sent;
    }

    public static JsonObject Cdp(string type, double minutesAgo, JsonObject data) => new()
    {
        ["type"] = type,
        ["timestamp"] = At(minutesAgo),
        ["data"] = data,
    };

    public static JsonObject Item(string itemId, string category = "general", double minutesAgo = 1) => Cdp("item.upserted", minutesAgo, new JsonObject
    {
        ["item_id"] = itemId,
        ["title"] = $"Title of {itemId}",
        ["categories"] = new JsonArray(category),
    });

    private static string At(double minutesAgo) => DateTimeOffset.UtcNow.AddMinutes(-minutesAgo).ToString("yyyy-MM-ddTHH:mm:ss.fffZ");
}
