using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Identity;

/// <summary>Events that say who somebody is, as either generation of Rybbit and the CDP write them.</summary>
internal static class Ids
{
    /// <summary>A visit of a device that nobody is known by.</summary>
    public static JsonObject Anonymous(string device, string path = "/", double minutesAgo = 60) =>
        Sent.Rybbit(device, "pageview", minutesAgo, "s", ("user_id", null), ("anonymous_id", device), ("pathname", path));

    /// <summary>A visit that tells the customer beside the device: the first generation.</summary>
    public static JsonObject Login(string user, string device, double minutesAgo = 30) =>
        Sent.Rybbit(user, "pageview", minutesAgo, "s", ("anonymous_id", device), ("pathname", "/"));

    /// <summary>A row of the second generation's table.</summary>
    public static JsonObject Row(string device, string identified, string path = "/", double minutesAgo = 60) =>
        Sent.Rybbit(device, "pageview", minutesAgo, "s", ("identified_user_id", identified), ("pathname", path));

    public static JsonObject Mail(string user, double minutesAgo = 20) =>
        Sent.Cdp("email.opened", minutesAgo, new JsonObject { ["user_id"] = user });

    public static JsonObject Linked(string user, params string[] aliases) =>
        Sent.Cdp("identity.linked", 1, new JsonObject { ["user_id"] = user, ["aliases"] = new JsonArray([.. aliases.Select(alias => (JsonNode)alias)]) });

    public static JsonObject Customer(string user, double minutesAgo, params (string Name, JsonNode? Value)[] facts) =>
        Of("customer.upserted", user, minutesAgo, facts);

    public static JsonObject Deleted(string user, double minutesAgo) => Of("customer.deleted", user, minutesAgo);

    public static JsonObject Consent(string user, string purpose, bool granted, double minutesAgo) =>
        Of("consent.updated", user, minutesAgo, ("purpose", purpose), ("granted", granted));

    public static JsonObject Identify(string user, double minutesAgo, JsonObject traits) =>
        Sent.Rybbit(user, "identify", minutesAgo, "s", ("traits", traits));

    private static JsonObject Of(string type, string user, double minutesAgo, params (string Name, JsonNode? Value)[] facts)
    {
        var data = new JsonObject { ["user_id"] = user };
        foreach (var (name, value) in facts) data[name] = value;
        return Sent.Cdp(type, minutesAgo, data);
    }
}
