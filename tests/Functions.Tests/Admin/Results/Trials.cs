using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.Results;

/// <summary>Experiments whose outcome is sent in, thousand by thousand.</summary>
internal static class Trials
{
    private const int MostOfOneRequest = 1000;

    public static JsonObject Metric(string key, string kind, params (string Name, JsonNode? Value)[] more)
    {
        var metric = new JsonObject { ["key"] = key, ["kind"] = kind };
        foreach (var (name, value) in more) metric[name] = value;
        return metric;
    }

    public static JsonObject With(this JsonObject experiment, params JsonObject[] metrics) => experiment.With("metrics", new JsonArray([.. metrics]));

    public static JsonObject Exposure(string experiment, string variant, string user, DateTimeOffset at) => new()
    {
        ["experiment"] = experiment,
        ["variant"] = variant,
        ["user_id"] = user,
        ["occurred_at"] = at.ToUnixTimeMilliseconds(),
    };

    public static JsonObject Conversion(string user, string goal, DateTimeOffset at, double? value = null)
    {
        var data = new JsonObject { ["user_id"] = user, ["goal"] = goal };
        if (value is not null) data["value"] = value;
        return new JsonObject { ["type"] = "lead.converted", ["timestamp"] = at.ToUnixTimeMilliseconds(), ["data"] = data };
    }

    public static async Task TrackAsync(this EngineClient client, params IEnumerable<JsonObject> exposures)
    {
        foreach (var piece in exposures.Chunk(MostOfOneRequest))
        {
            var answer = (await client.PostAsync("/api/v1/experiments/track", new JsonArray([.. piece]).ToJsonString())).AssertOk();
            Assert.Equal(0, (int)answer.Json["refused"]!);
        }
    }

    public static async Task ConvertAsync(this EngineClient client, params IEnumerable<JsonObject> conversions)
    {
        foreach (var piece in conversions.Chunk(MostOfOneRequest)) await client.AcceptEventsAsync("cdp", piece);
    }

    public static async Task<JsonNode> ResultsAsync(this EngineClient client, long id, string query = "") =>
        (await client.AdminAsync(HttpMethod.Get, $"experiments/{id}/results{query}")).AssertOk().Json;

    public static JsonNode MetricOf(this JsonNode results, string key) =>
        results["metrics"]!.AsArray().Single(metric => (string?)metric!["metric"]!["key"] == key)!;

    public static JsonNode VariantOf(this JsonNode metric, string key) =>
        metric["variants"]!.AsArray().Single(variant => (string?)variant!["variant"] == key)!;
}
