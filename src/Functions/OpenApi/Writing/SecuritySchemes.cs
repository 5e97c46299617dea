using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;

namespace PersonalizationEngine.Functions.OpenApi.Writing;

/// <summary>How callers prove themselves.</summary>
internal static class SecuritySchemes
{
    public const string Signature = "webhookSignature", Token = "webhookToken", PersonToken = "personToken";

    private const string Key = "functionKey", KeyInQuery = "functionKeyInQuery", Master = "masterKey", MasterInQuery = "masterKeyInQuery";

    public static JsonObject Describe() => new()
    {
        [Key] = ApiKey("x-functions-key", "header", "A function key, or the master key."),
        [KeyInQuery] = ApiKey("code", "query", "The same in the address, where no header can be set; not looked at beside the header."),
        [Master] = ApiKey("x-functions-key", "header", "The master key."),
        [MasterInQuery] = ApiKey("code", "query", "The master key in the address."),
        [Signature] = ApiKey(
            "webhook-signature", "header",
            "Standard Webhooks: v1, and the base64 of HMAC-SHA256 over ID.TIMESTAMP.BODY, where ID and TIMESTAMP are the headers webhook-id and webhook-timestamp."),
        [Token] = ApiKey("x-webhook-token", "header", "A token, for senders that cannot sign."),
        [PersonToken] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "A person's token or a visitor's, for browsers, which hold no key." },
    };

    /// <summary>Each of them alone is enough.</summary>
    public static JsonArray Of(AuthorizationLevel level, ProvedByAttribute? own)
    {
        var schemes = new JsonArray([.. Names(level, own?.Schemes ?? []).Select(name => (JsonNode)new JsonObject { [name] = new JsonArray() })]);
        if (own is { IsOptional: true }) schemes.Add(new JsonObject());
        return schemes;
    }

    private static IEnumerable<string> Names(AuthorizationLevel level, IReadOnlyList<string> own) => level switch
    {
        AuthorizationLevel.Anonymous => own,
        AuthorizationLevel.Function => [Key, KeyInQuery, .. own],
        _ => [Master, MasterInQuery, .. own],
    };

    private static JsonObject ApiKey(string name, string place, string description) =>
        new() { ["type"] = "apiKey", ["name"] = name, ["in"] = place, ["description"] = description };
}
