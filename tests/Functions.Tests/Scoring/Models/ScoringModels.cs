using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Scoring.Models;

/// <summary>Scoring models as marketers write them.</summary>
internal static class ScoringModels
{
    public const string Path = "scoring/models";

    /// <summary>60 points for a view of one page, which halve every 14 days.</summary>
    public static JsonObject Of(string key, string page, string more = "") => JsonNode.Parse($$$"""
        {
          "key": "{{{key}}}", "name": "Model {{{key}}}", {{{more}}}
          "grades": {"a": 20, "b": 10, "1": 50, "2": 20},
          "groups": [
            {"key": "who", "kind": "fit", "rules": [{"key": "swiss", "points": 15, "when": {"country": "CH"}}]},
            {"key": "web", "kind": "engagement", "cap": 100, "rules": [
              {"key": "page", "points": 60, "act": {"page": "{{{page}}}"}, "decay": {"curve": "half_life", "days": 14}, "cap": 80},
              {"key": "mail", "points": 0.5, "factor": "email_opens"}]}]
        }
        """)!.AsObject();

    /// <returns>The new model's id.</returns>
    public static async Task<long> AddModelAsync(this EngineClient client, JsonObject model) =>
        (long)(await client.AdminAsync(HttpMethod.Post, Path, model.ToJsonString())).AssertOk().Json["id"]!;

    public static async Task<JsonNode> ScoreByAsync(this EngineClient client, string user, string model, DateTimeOffset? at = null) =>
        (await client.GetAsync($"/api/v1/lead-score/{user}?model={model}{(at is null ? "" : $"&at={at.Value.ToUnixTimeMilliseconds()}")}")).AssertOk().Json;

    public static async Task<JsonArray> CrossingsAsync(this EngineClient client, string user, string query = "") =>
        (await client.GetAsync($"/api/v1/lead-score/{user}/crossings?{query}")).AssertOk().Json["items"]!.AsArray();
}
