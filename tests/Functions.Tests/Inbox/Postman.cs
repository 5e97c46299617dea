using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Inbox;

/// <summary>Sends messages to inboxes as marketers do: with a template and a campaign.</summary>
internal static class Postman
{
    /// <returns>The id of the message, once it is in the inbox.</returns>
    public static async Task<string> SendToInboxAsync(this EngineClient client, string user, string title)
    {
        var before = (int)(await client.InboxAsync(user))["unread"]!;
        var key = Sent.NewId("t").ToLowerInvariant();
        (await client.AdminAsync(HttpMethod.Post, "templates", Template(key, title).ToJsonString())).AssertOk();
        var campaign = (await client.AdminAsync(HttpMethod.Post, "campaigns", Campaign(key, user).ToJsonString())).AssertOk().Json;
        (await client.AdminAsync(HttpMethod.Post, $"campaigns/{(long)campaign["id"]!}/send", "")).AssertOk();
        for (var attempt = 0; attempt < 300; attempt++)
        {
            var inbox = await client.InboxAsync(user);
            if ((int)inbox["unread"]! > before) return (string)inbox["items"]![0]!["message_id"]!;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException((await client.AdminAsync(HttpMethod.Get, $"deliveries?person_id={user}")).Body);
    }

    public static async Task<JsonNode> InboxAsync(this EngineClient client, string user, string query = "") =>
        (await client.GetAsync($"/api/v1/inbox/{Uri.EscapeDataString(user)}?{query}")).AssertOk().Json;

    private static JsonObject Template(string key, string title) => new()
    {
        ["key"] = key,
        ["name"] = title,
        ["channels"] = new JsonObject
        {
            ["website"] = new JsonObject
            {
                ["title"] = title,
                ["body"] = "Hello {{ person.name }}.",
                ["url"] = "https://shop.example.com/news",
                ["image_url"] = "https://shop.example.com/news.png",
                ["data"] = new JsonObject { ["style"] = "card" },
            },
        },
    };

    private static JsonObject Campaign(string template, string user) => new()
    {
        ["name"] = template,
        ["template"] = template,
        ["audience"] = new JsonObject { ["id"] = user },
        ["counts_toward_caps"] = false,
    };
}
