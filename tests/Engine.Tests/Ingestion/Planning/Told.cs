using System.Text.Json.Nodes;

namespace PersonalizationEngine.Engine.Tests.Ingestion.Planning;

/// <summary>Events as their senders write them, each with an id of its own.</summary>
internal static class Told
{
    public static string Visit(string eventId, string device, DateTimeOffset at) => new JsonObject
    {
        ["type"] = "pageview",
        ["event_id"] = eventId,
        ["site_id"] = "1",
        ["anonymous_id"] = device,
        ["pathname"] = "/",
        ["timestamp"] = At(at),
    }.ToJsonString();

    public static string Login(string eventId, string user, string? device, DateTimeOffset at, string? traits = null) => new JsonObject
    {
        ["type"] = "identify",
        ["event_id"] = eventId,
        ["site_id"] = "1",
        ["user_id"] = user,
        ["anonymous_id"] = device,
        ["traits"] = traits is null ? null : JsonNode.Parse(traits),
        ["timestamp"] = At(at),
    }.ToJsonString();

    public static string Link(string eventId, string user, DateTimeOffset at, params string[] aliases) =>
        Cdp("identity.linked", eventId, user, at, $"\"aliases\":[{string.Join(',', aliases.Select(alias => $"\"{alias}\""))}]");

    public static string Consent(string eventId, string user, bool granted, DateTimeOffset at) =>
        Cdp("consent.updated", eventId, user, at, $"\"purpose\":\"email\",\"granted\":{(granted ? "true" : "false")}");

    public static string Customer(string eventId, string user, string name, DateTimeOffset at) =>
        Cdp("customer.upserted", eventId, user, at, $"\"name\":\"{name}\"");

    public static string Deleted(string eventId, string user, DateTimeOffset at) => Cdp("customer.deleted", eventId, user, at, "\"x\":1");

    /// <param name="title">Null deletes it.</param>
    public static string Item(string eventId, string item, string? title, DateTimeOffset at) =>
        Event(title is null ? "item.deleted" : "item.upserted", eventId, at, new JsonObject { ["item_id"] = item, ["title"] = title });

    private static string Cdp(string type, string eventId, string user, DateTimeOffset at, string fields)
    {
        var data = JsonNode.Parse($"{{{fields}}}")!.AsObject();
        data["user_id"] = user;
        return Event(type, eventId, at, data);
    }

    private static string Event(string type, string eventId, DateTimeOffset at, JsonObject data) =>
        new JsonObject { ["type"] = type, ["event_id"] = eventId, ["timestamp"] = At(at), ["data"] = data }.ToJsonString();

    private static string At(DateTimeOffset at) => at.ToString("O", null);
}
