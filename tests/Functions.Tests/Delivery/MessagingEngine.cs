using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Delivery;

/// <summary>An engine that people can reach, with topics to choose from.</summary>
public sealed class MessagingEngine : IAsyncLifetime
{
    public const string Home = "https://mail.shop.example", SiteKey = "shop";

    /// <summary>Previews render for it: a message that is in no store unless a test puts it there.</summary>
    public const string PreviewedMessage = "msg_00000000000000000000000000000000";

    private EngineProcess? _process;

    public EngineProcess Process => _process!;

    public EngineClient Client => Process.Client;

    public EngineStore Store => new(Process.DataDirectory);

    public async ValueTask InitializeAsync()
    {
        _process = await EngineProcess.StartAsync(
            null,
            ("PUBLIC_URL", Home + "/"),
            ("delivery__track_opens", "true"),
            ("delivery__topics__0__key", "offers"), ("delivery__topics__0__name", "Offers <& more>"), ("delivery__topics__0__description", "What is cheaper"),
            ("delivery__topics__1__key", "news"), ("delivery__topics__1__name", "News"), ("delivery__topics__1__on", "false"), ("delivery__topics__1__channels__0", "email"),
            ("delivery__topics__2__key", "orders"), ("delivery__topics__2__name", "Your orders"), ("delivery__topics__2__critical", "true"));
        await Client.BecomeReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
    }

    /// <summary>Somebody the CDP told of, who agreed to everything.</summary>
    public async Task<string> PersonAsync(string name = "Ada", string? email = null, string? phone = null, string language = "en")
    {
        var user = Sent.NewId();
        await Client.AcceptEventsAsync(
            "cdp",
            Sent.Cdp("customer.upserted", 5, new JsonObject { ["user_id"] = user, ["name"] = name, ["email"] = email, ["phone"] = phone, ["language"] = language, ["timezone"] = "Europe/Berlin" }),
            Sent.Cdp("consent.updated", 4, new JsonObject { ["user_id"] = user, ["consents"] = new JsonObject { ["email"] = true, ["sms"] = true, ["push"] = true, ["analytics"] = true, ["personalization"] = true } }));
        return user;
    }

    /// <summary>What a draft says to somebody.</summary>
    public async Task<JsonNode> PreviewAsync(string user, string channel, JsonObject template, JsonObject? data = null) =>
        (await Client.AdminAsync(HttpMethod.Post, "templates/preview", new JsonObject
        {
            ["template"] = template.DeepClone(),
            ["user_id"] = user,
            ["channel"] = channel,
            ["data"] = data?.DeepClone(),
        }.ToJsonString())).AssertOk().Json;

    public static JsonObject Email(string subject, string html, string? topic = null) => new()
    {
        ["key"] = Defined.NewKey(),
        ["name"] = "An email",
        ["topic"] = topic,
        ["channels"] = new JsonObject { ["email"] = new JsonObject { ["subject"] = subject, ["html"] = html } },
    };

    /// <summary>A message that went out.</summary>
    public void Sends(string messageId, string user, string channel, string? providerId = null, string? topic = null)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = EngineStore.PathIn(Process.DataDirectory), Pooling = false, DefaultTimeout = 30 };
        using var connection = new SqliteConnection(file.ToString());
        connection.Open();
        using var command = new SqliteCommand(
            "insert into deliveries (message_id, source, source_id, occurrence, chunk, person_id, template, priority, status, channel, provider_id, topic, attempts, due_at, created_at, updated_at) "
            + "values (@message, 'campaign', 1, 0, 0, @person, 'welcome', 0, 'sent', @channel, @provider, @topic, 1, 0, 0, 0)",
            connection);
        command.Parameters.AddWithValue("message", messageId);
        command.Parameters.AddWithValue("person", user);
        command.Parameters.AddWithValue("channel", channel);
        command.Parameters.AddWithValue("provider", (object?)providerId ?? DBNull.Value);
        command.Parameters.AddWithValue("topic", (object?)topic ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    public async Task<bool> ConsentsAsync(string user, string channel) =>
        (bool)(await Client.GetAsync($"/api/v1/people/{user}/preferences")).AssertOk().Json["channels"]![channel]!;

    /// <summary>Of an address of ours, as it stands in a message.</summary>
    public static string PathOf(string url)
    {
        Assert.StartsWith(Home + "/", url, StringComparison.Ordinal);
        return url[Home.Length..];
    }
}
