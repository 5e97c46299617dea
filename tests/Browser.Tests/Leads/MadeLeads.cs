using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Leads;

/// <summary>People that a test makes for itself, scored at once.</summary>
internal static class MadeLeads
{
    /// <summary>Somebody who sent so many forms: five points each, and one and a half for the pages.</summary>
    public static async Task<string> LeadAsync(this EngineClient client, string id, int forms = 1, params (string Name, JsonNode? Value)[] facts)
    {
        var data = new JsonObject { ["user_id"] = id };
        foreach (var (name, value) in facts) data[name] = value;
        await client.AcceptEventsAsync("cdp", Sent.Cdp("customer.upserted", 60, data));
        await client.AcceptEventsAsync(
            "rybbit",
            [
                Sent.PageView(id, "/pricing", 30), Sent.PageView(id, "/docs/start", 29), Sent.PageView(id, "/", 3 * 24 * 60),
                .. Enumerable.Range(0, forms).Select(place => Sent.Rybbit(id, "form_submit", 28 - (place * 0.1), null, ("form_id", "contact"), ("pathname", "/contact"))),
            ]);
        await client.ScoreAsync(id);
        return id;
    }

    /// <summary>The score as the store has it from now on.</summary>
    public static async Task<decimal> ScoreAsync(this EngineClient client, string id) =>
        (decimal)(await client.PostAsync($"/api/v1/lead-score/{Uri.EscapeDataString(id)}")).AssertOk().Json["score"]!;

    public static string Page(string id) => $"/dashboard/lead?id={Uri.EscapeDataString(id)}";
}
