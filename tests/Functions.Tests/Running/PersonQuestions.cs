using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.Running;

/// <summary>What tests ask about a person, through the front door.</summary>
internal static class PersonQuestions
{
    public static string Escaped(string id) => Uri.EscapeDataString(id);

    public static async Task<JsonNode> ScoreAsync(this EngineClient client, string user) =>
        (await client.PostAsync($"/api/v1/lead-score/{Escaped(user)}")).AssertOk().Json;

    public static async Task<JsonNode> PersonalizeAsync(this EngineClient client, string user) =>
        (await client.GetAsync($"/api/v1/personalize/{Escaped(user)}")).AssertOk().Json;

    /// <summary>The value of one factor on the receipt.</summary>
    public static async Task<decimal> FactorAsync(this EngineClient client, string user, string factor) =>
        (decimal)(await client.ScoreAsync(user))["receipt"]!.AsArray().Single(line => (string?)line!["factor"] == factor)!["value"]!;

    /// <summary>The person an id leads to.</summary>
    public static async Task<string> PersonOfAsync(this EngineClient client, string user) =>
        (string)(await client.ScoreAsync(user))["person_id"]!;

    /// <summary>Whether a rule with that condition would hold for the person now.</summary>
    public static async Task<bool> HoldsAsync(this EngineClient client, string user, JsonObject condition)
    {
        var question = new JsonObject
        {
            ["user_id"] = user,
            ["rule"] = new JsonObject
            {
                ["name"] = "probe",
                ["conditions"] = condition,
                ["actions"] = new JsonArray(new JsonObject { ["type"] = "set", ["attribute"] = "probe", ["value"] = true }),
            },
        };
        var answer = await client.AdminAsync(HttpMethod.Post, "rules/preview", question.ToJsonString());
        return (bool)answer.AssertOk().Json["matches"]!;
    }

    /// <summary>Whether an attribute has that value; null means absent.</summary>
    public static Task<bool> HasAsync(this EngineClient client, string user, string attribute, JsonNode? value) =>
        client.HoldsAsync(user, new JsonObject { [attribute] = value ?? new JsonObject { ["$exists"] = false } });
}
