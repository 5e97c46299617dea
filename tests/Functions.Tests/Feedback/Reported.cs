using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Feedback;

/// <summary>What frontends report of decisions.</summary>
internal static class Reported
{
    public static JsonObject Slot(string type, string decision, string slot = "hero") =>
        new() { ["type"] = type, ["decision_id"] = decision, ["slot"] = slot };

    public static JsonObject Item(string type, string decision, string item) =>
        new() { ["type"] = type, ["decision_id"] = decision, ["item_id"] = item };

    public static Task<EngineResponse> ReportAsync(this EngineClient client, params JsonObject[] events) =>
        client.PostAsync("/api/v1/events", new JsonArray([.. events.Select(one => one.DeepClone())]).ToJsonString());

    /// <summary>A decision's id.</summary>
    public static async Task<string> DecideAsync(this EngineClient client, string? user = null, string query = "slots=hero,banner") =>
        (string)(await client.PersonalizeAsync(user ?? Sent.NewId(), query))["decision_id"]!;

    public static IEnumerable<string> Statuses(this EngineResponse answer) =>
        answer.AssertOk().Json["results"]!.AsArray().Select(result => (string)result!["status"]!);
}
