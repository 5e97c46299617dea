using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.Running;

/// <summary>What marketers do, in one call each.</summary>
internal static class Marketing
{
    /// <returns>The new rule's id.</returns>
    public static async Task<long> AddRuleAsync(this EngineClient client, JsonObject rule) =>
        (long)(await client.AdminAsync(HttpMethod.Post, "rules", rule.ToJsonString())).AssertOk().Json["id"]!;

    /// <returns>The new experiment's id.</returns>
    public static async Task<long> AddExperimentAsync(this EngineClient client, JsonObject experiment) =>
        (long)(await client.AdminAsync(HttpMethod.Post, "experiments", experiment.ToJsonString())).AssertOk().Json["id"]!;

    public static async Task<JsonNode> PersonalizeAsync(this EngineClient client, string user, string query = "") =>
        (await client.GetAsync($"/api/v1/personalize/{Uri.EscapeDataString(user)}?{query}")).AssertOk().Json;

    /// <summary>Who won a slot and with what.</summary>
    public static async Task<(long? Rule, string? Content)> SlotAsync(this EngineClient client, string user, string slot, string query = "")
    {
        var answer = (await client.PersonalizeAsync(user, $"slots={slot}&{query}"))["slots"]![slot]!;
        return ((long?)answer["rule"]?["id"], answer["content"]?.ToJsonString());
    }

    /// <summary>What the explanation says of one rule.</summary>
    public static async Task<JsonNode> VerdictAsync(this EngineClient client, string user, long rule, string query = "")
    {
        var explanation = (await client.PersonalizeAsync(user, $"explain=true&{query}"))["explanation"]!.AsArray();
        return Assert.Single(explanation, verdict => (long)verdict!["rule"]!["id"]! == rule)!;
    }

    /// <summary>A person's place in one experiment.</summary>
    public static async Task<JsonNode> AssignmentAsync(this EngineClient client, string user, string experiment, string query = "") =>
        Assert.Single((await client.PersonalizeAsync(user, query))["experiments"]!.AsArray(), one => (string?)one!["experiment"] == experiment)!;
}
