using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Decisions;

/// <summary>What tests ask about decisions of the past.</summary>
internal static class Receipts
{
    /// <summary>A decision whose receipt is stored.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> DecideAsync(this EngineClient client, string user, string query = "")
    {
        var answer = await client.PersonalizeAsync(user, $"receipt=true&{query}");
        Assert.Equal("stored", (string?)answer["receipt"]);
        return (string)answer["decision_id"]!;
    }

    public static async Task<JsonNode> ReceiptAsync(this EngineClient client, string decision)
    {
        var receipt = (await client.GetAsync($"/api/v1/decisions/{decision}")).AssertOk().Json;
        Assert.True((bool)receipt["kept"]!, receipt.ToJsonString());
        return receipt;
    }

    public static async Task<JsonNode> ReplayAsync(this EngineClient client, string decision) =>
        (await client.GetAsync($"/api/v1/decisions/{decision}/replay")).AssertOk().Json;

    /// <summary>The decision made again is the same, and nothing it was made by is lost.</summary>
    public static async Task AssertSameAgainAsync(this EngineClient client, string decision)
    {
        var replay = await client.ReplayAsync(decision);
        Assert.True((bool)replay["same"]! && replay["lost"]!.AsArray().Count == 0, replay.ToJsonString());
    }
}
