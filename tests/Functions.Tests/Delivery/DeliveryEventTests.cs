using System.Text;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Delivery;

/// <summary>What providers tell of messages, and what comes of it.</summary>
public sealed class DeliveryEventTests(MessagingEngine engine) : IClassFixture<MessagingEngine>
{
    private readonly string _message = $"msg_{Guid.CreateVersion7():N}", _name = Sent.NewId("ada");

    [Fact]
    public async Task Events_OfAMessage_AreKeptOnceAndNeverGoBack()
    {
        var user = await MessageAsync("email");
        var delivered = Event("delivered", minutesAgo: 9);
        JsonObject[] all = [delivered, Event("opened", minutesAgo: 8), Event("clicked", minutesAgo: 7).With("url", "https://shop.example/a"), Event("clicked", minutesAgo: 6).With("url", "https://shop.example/a"), Event("delivered", minutesAgo: 2)];

        Assert.Equal(["accepted", "accepted", "accepted", "accepted", "accepted"], await SendAsync(all));
        var before = Instants();
        Assert.Equal(["duplicate", "accepted"], await SendAsync(delivered, Event("opened", minutesAgo: 1)));

        Assert.Equal(before, Instants());
        Assert.Equal(At(delivered), before.Delivered);
        Assert.Equal((1m, 1m), (await engine.Client.FactorAsync(user, "email_clicks"), await engine.Client.FactorAsync(user, "email_opens")));
    }

    [Fact]
    public async Task Bounces_HardAtOnceAndSoftTheFifthTime_SuppressTheAddress()
    {
        await MessageAsync("email");
        JsonObject Soft(int minutesAgo) => Event("bounced", minutesAgo).With("bounce", "soft");
        var first = Soft(50);
        await SendAsync(first, Soft(40), Soft(30), Soft(20));
        await SendAsync(first);
        Assert.Empty(await SuppressedAsync());
        await SendAsync(Soft(10));
        Assert.Equal("bounce", (string)Assert.Single(await SuppressedAsync())!["reason"]!);

        await SendAsync(Event("complained", 5));
        Assert.Equal("complaint", (string)Assert.Single(await SuppressedAsync())!["reason"]!);
        await SendAsync(Event("bounced", 4).With("bounce", "hard"));
        Assert.Equal("complaint", (string)Assert.Single(await SuppressedAsync())!["reason"]!);
    }

    [Fact]
    public async Task Events_ByTheProvidersId_ReachTheMessage()
    {
        var user = await MessageAsync("email", "sg-1-" + _name);
        var event_ = Event("bounced", 3).With("provider_message_id", "sg-1-" + _name).Without("message_id");

        Assert.Equal(["accepted"], await SendAsync(event_));

        Assert.Equal(user, (string)Assert.Single(await SuppressedAsync())!["user_id"]!);
    }

    [Fact]
    public async Task Reply_Stop_EndsTextMessagesAndStartBringsThemBack()
    {
        var number = $"+49151{Random.Shared.Next(10_000_000, 99_999_999)}";
        var user = await engine.PersonAsync(phone: number.Insert(3, " ").Insert(7, "/"));
        JsonObject Reply(string text, int minutesAgo) => Event("reply", minutesAgo).Without("message_id").With("address", number).With("channel", "sms").With("text", text);

        Assert.Equal(["ignored"], await SendAsync(Reply("Stop that nonsense, please", 5)));
        Assert.True(await engine.ConsentsAsync(user, "sms"));
        Assert.Equal(["accepted"], await SendAsync(Reply(" stop! ", 3)));
        Assert.False(await engine.ConsentsAsync(user, "sms"));
        Assert.True(await engine.ConsentsAsync(user, "email"));
        Assert.Equal("stop", (string)Assert.Single(await SuppressedAsync(number))!["reason"]!);
        Assert.Equal(["accepted"], await SendAsync(Reply("START", 1)));
        Assert.True(await engine.ConsentsAsync(user, "sms"));
        Assert.Empty(await SuppressedAsync(number));
    }

    [Fact]
    public async Task Unsubscribed_FromAMessageOnATopic_LeavesTheTopic()
    {
        var user = await MessageAsync("email", topic: "offers");

        Assert.Equal(["accepted"], await SendAsync(Event("unsubscribed", 1)));

        Assert.True(await engine.ConsentsAsync(user, "email"));
        Assert.Equal(1, engine.Store.Count("select count(*) from topic_choices where person_id = @id and topic = 'offers' and channel = 'email' and allowed = 0", ("@id", user)));
    }

    [Fact]
    public async Task Batch_OfAllSorts_TellsOfEach()
    {
        await MessageAsync("email");
        var known = Event("delivered", 1);
        var body = new JsonArray(known, known.DeepClone(), Event("delivered", 1).With("message_id", "msg_nobody"), Event("sneezed", 1), new JsonObject { ["type"] = "opened" }, Event("bounced", 1).With("address", "nobody"), Event("delivered", -60)).ToJsonString();

        var answer = (await PostAsync(body)).AssertOk().Json;

        Assert.Equal(["accepted", "duplicate", "ignored", "refused", "refused", "refused", "refused"], answer["results"]!.AsArray().Select(one => (string)one!["status"]!));
        Assert.Equal([null, null, null, "type", "message_id", "address", "occurred_at"], answer["results"]!.AsArray().Select(one => (string?)one!["field"]));
        Assert.Equal("no message has this id", (string)answer["results"]![2]!["reason"]!);
    }

    [Fact]
    public async Task Events_WithoutProof_AreRefused()
    {
        var body = Event("delivered", 1).ToJsonString();
        (await engine.Client.SendAsync(HttpMethod.Post, "/api/v1/webhooks/delivery", body, EngineProcess.FunctionKey)).AssertProblem(401);
        using var request = Request(body);
        request.Headers.Add("webhook-id", "m1");
        request.Headers.Add("webhook-timestamp", $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}");
        request.Headers.Add("webhook-signature", EngineClient.Sign(EngineProcess.Secret, "m1", $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}", body + " "));
        (await engine.Client.SendAsync(request)).AssertProblem(401);
        using var withToken = Request(body);
        withToken.Headers.Add("x-webhook-token", EngineProcess.Token);
        (await engine.Client.SendAsync(withToken)).AssertOk();
    }

    private static HttpRequestMessage Request(string body) =>
        new(HttpMethod.Post, "/api/v1/webhooks/delivery") { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static long At(JsonObject sent) => DateTimeOffset.Parse((string)sent["occurred_at"]!, null).ToUnixTimeMilliseconds();

    private async Task<string> MessageAsync(string channel, string? providerId = null, string? topic = null)
    {
        var user = await engine.PersonAsync(email: $"{_name}@Example.com");
        engine.Sends(_message, user, channel, providerId, topic);
        return user;
    }

    private JsonObject Event(string type, double minutesAgo) => new()
    {
        ["event_id"] = $"e-{Guid.CreateVersion7():N}",
        ["type"] = type,
        ["message_id"] = _message,
        ["occurred_at"] = DateTimeOffset.UtcNow.AddMinutes(-minutesAgo).ToString("yyyy-MM-ddTHH:mm:ss.fffZ"),
    };

    private (long Delivered, long Opened, long Clicked) Instants() => engine.Store.Rows(
        "select delivered_at, opened_at, clicked_at from deliveries where message_id = @id", row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), ("@id", _message))[0];

    private async Task<JsonArray> SuppressedAsync(string? address = null) => (await engine.Client.AdminAsync(
        HttpMethod.Get, $"suppressions?address={Uri.EscapeDataString(address ?? $"{_name}@example.com")}")).AssertOk().Json["items"]!.AsArray();

    private async Task<IEnumerable<string>> SendAsync(params IEnumerable<JsonObject> events) =>
        (await PostAsync(new JsonArray([.. events.Select(one => one.DeepClone())]).ToJsonString())).AssertOk().Json["results"]!.AsArray().Select(one => (string)one!["status"]!);

    private async Task<EngineResponse> PostAsync(string body)
    {
        var (id, timestamp) = ($"msg_{Guid.CreateVersion7()}", $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}");
        using var request = Request(body);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", EngineClient.Sign(EngineProcess.Secret, id, timestamp, body));
        return await engine.Client.SendAsync(request);
    }
}
