using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.Running;

/// <summary>Rules and experiments as marketers write them.</summary>
internal static class Defined
{
    /// <summary>A condition for one person, so that a rule of one test leaves the people of the others alone.</summary>
    public static JsonObject For(string user) => new() { ["id"] = user };

    public static JsonObject Rule(JsonNode conditions, params JsonNode[] actions) => new()
    {
        ["name"] = $"Rule {Guid.CreateVersion7():N}",
        ["conditions"] = conditions,
        ["actions"] = new JsonArray(actions),
    };

    public static JsonObject Show(string slot, JsonNode content) => new() { ["type"] = "show", ["slot"] = slot, ["content"] = content };

    public static JsonObject Experiment(string key, params string[] variants) => new()
    {
        ["key"] = key,
        ["name"] = $"Test of {key}",
        ["status"] = "running",
        ["variants"] = new JsonArray([.. variants.Select(variant => new JsonObject { ["key"] = variant })]),
    };

    /// <summary>A key no other experiment of the test run has.</summary>
    public static string NewKey() => $"x{Guid.CreateVersion7():N}";

    /// <summary>The same document with a field set, or taken out where the value is absent.</summary>
    public static JsonObject With(this JsonObject document, string field, JsonNode? value)
    {
        var copy = document.DeepClone().AsObject();
        copy[field] = value;
        return copy;
    }

    public static JsonObject Without(this JsonObject document, string field)
    {
        var copy = document.DeepClone().AsObject();
        copy.Remove(field);
        return copy;
    }
}
