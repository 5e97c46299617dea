using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers.Hooks;

namespace PersonalizationEngine.Functions.Tests.Admin.Endpoints;

/// <summary>Customers' endpoints over HTTP, and what they are told by the running engine.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private const string Path = "webhook-endpoints";

    private EngineProcess? _process;

    private EngineClient Client => _process!.Client;

    public async ValueTask InitializeAsync()
    {
        _process = await EngineProcess.StartAsync(null, ("endpoints__allow_private_addresses", "true"));
        await Client.BecomeReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
    }

    [Fact]
    public async Task Endpoint_AddedShownChangedRotatedAndRemoved_ShowsItsSecretOnlyWhenItIsNew()
    {
        var added = (await SendAsync(HttpMethod.Post, Path, """{"url":"https://hooks.example.com/x","event_types":["score.crossed"],"description":"CRM"}""")).AssertOk().Json;
        Assert.StartsWith("whsec_", (string)added["secret"]!, StringComparison.Ordinal);
        var one = $"{Path}/{added["endpoint"]!["id"]}";

        var shown = (await SendAsync(HttpMethod.Get, one)).AssertOk();
        Assert.DoesNotContain("whsec_", shown.Body, StringComparison.Ordinal);
        Assert.Equal("CRM", (string?)shown.Json["description"]);

        var changed = (await SendAsync(HttpMethod.Put, one, """{"url":"https://hooks.example.com/y","enabled":false}""")).AssertOk().Json;
        Assert.Equal(("https://hooks.example.com/y", false), ((string?)changed["url"], (bool)changed["enabled"]!));

        var rotated = (await SendAsync(HttpMethod.Post, one + "/rotate-secret")).AssertOk().Json;
        Assert.NotEqual((string?)added["secret"], (string?)rotated["secret"]);
        Assert.NotNull(rotated["endpoint"]!["old_secret_until"]);
        Assert.DoesNotContain("whsec_", (await SendAsync(HttpMethod.Get, Path)).AssertOk().Body, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", (await SendAsync(HttpMethod.Get, "audit?kind=webhook_endpoint")).AssertOk().Body, StringComparison.Ordinal);

        Assert.Equal(204, (await SendAsync(HttpMethod.Delete, one)).Status);
        Assert.Equal(404, (await SendAsync(HttpMethod.Get, one)).Status);
        Assert.Equal(404, (await SendAsync(HttpMethod.Post, one + "/rotate-secret")).Status);
    }

    [Theory]
    [InlineData("""{}""", "url")]
    [InlineData("""{"url":"ftp://hooks.example.com"}""", "url")]
    [InlineData("""{"url":"https://user:pass@hooks.example.com"}""", "url")]
    [InlineData("""{"url":"https://hooks.example.com","event_types":["score.dropped"]}""", "event_types")]
    [InlineData("""{"url":"https://hooks.example.com","enabled":"yes"}""", "enabled")]
    [InlineData("""{"url":"https://hooks.example.com","secret":"x"}""", "secret")]
    public async Task Endpoint_ThatCannotBe_IsRefusedByItsField(string document, string field) =>
        (await SendAsync(HttpMethod.Post, Path, document)).AssertProblem(400, field);

    [Fact]
    public async Task Experiment_ThatEnds_IsToldToTheEndpointAndATestIsTooAtOnce()
    {
        await using var receiver = await HookReceiver.StartAsync();
        var document = new JsonObject { ["url"] = receiver.Url.ToString(), ["event_types"] = new JsonArray("experiment.decided") };
        var added = (await SendAsync(HttpMethod.Post, Path, document.ToJsonString())).AssertOk().Json;
        var one = $"{Path}/{added["endpoint"]!["id"]}";

        Assert.True((bool)(await SendAsync(HttpMethod.Post, one + "/test")).AssertOk().Json["delivered"]!);
        Assert.Contains("endpoint.test", Assert.Single(receiver.Hooks).Body, StringComparison.Ordinal);

        // The first look tells where what is told begins.
        await _process!.QueryUntilAsync<string>(found => found.Count == 3, "select name from sync_positions where name like 'told:%'");
        var experiment = Defined.Experiment(Defined.NewKey(), "a", "b");
        var id = await Client.AddExperimentAsync(experiment);
        (await SendAsync(HttpMethod.Put, $"experiments/{id}", experiment.With("status", "completed").With("comment", "b wins").ToJsonString())).AssertOk();

        for (var n = 0; n < 400 && receiver.Hooks.Count < 2; n++) await Task.Delay(100, TestContext.Current.CancellationToken);
        var told = JsonNode.Parse(receiver.Hooks[1].Body)!;
        Assert.Equal(("experiment.decided", "completed", "b wins", id),
            ((string?)told["type"], (string?)told["data"]!["decision"], (string?)told["data"]!["reason"], (long)told["data"]!["experiment_id"]!));
        var messages = await ListAsync($"{one}/messages");
        Assert.Equal("delivered", (string?)Assert.Single(messages)!["status"]);
    }

    [Fact]
    public async Task DeadLetters_OfAnEndpoint_AreListedWithReasonsAndSentOnceMore()
    {
        await using var receiver = await HookReceiver.StartAsync();
        var added = (await SendAsync(HttpMethod.Post, Path, new JsonObject { ["url"] = receiver.Url.ToString() }.ToJsonString())).AssertOk().Json;
        var endpoint = (long)added["endpoint"]!["id"]!;
        var now = TimeProvider.System.GetUtcNow();
        var ids = Enumerable.Range(0, 5).Select(n => DeadLetters.Add(_process!, endpoint, $"e{n}", now.AddDays(n - 5))).ToList();

        var first = (await SendAsync(HttpMethod.Get, "dead-letters?limit=2")).AssertOk().Json;
        Assert.Equal([ids[4], ids[3]], first["items"]!.AsArray().Select(letter => (long)letter!["id"]!));
        Assert.Equal(("webhook", "failed", "HTTP 500", 8),
            ((string?)first["items"]![0]!["kind"], (string?)first["items"]![0]!["reason"], (string?)first["items"]![0]!["detail"], (int)first["items"]![0]!["attempts"]!));
        var rest = await ListAsync($"dead-letters?limit=10&kind=webhook&cursor={Uri.EscapeDataString((string)first["next_cursor"]!)}");
        Assert.Equal([ids[2], ids[1], ids[0]], rest.Select(letter => (long)letter!["id"]!));

        (await SendAsync(HttpMethod.Get, "dead-letters?kind=pigeon")).AssertProblem(400, "kind");
        (await SendAsync(HttpMethod.Post, "dead-letters/replay", "{}")).AssertProblem(400, "since");
        (await SendAsync(HttpMethod.Post, $"{Path}/{endpoint}/replay", "{}")).AssertProblem(400, "since");
        Assert.Equal(404, (await SendAsync(HttpMethod.Post, $"dead-letters/webhook/{ids[4] + 100}/replay")).Status);
        Assert.Equal(404, (await SendAsync(HttpMethod.Post, $"dead-letters/pigeon/{ids[0]}/replay")).Status);

        Assert.Equal(1, (int)(await SendAsync(HttpMethod.Post, $"dead-letters/webhook/{ids[0]}/replay")).AssertOk().Json["replayed"]!);
        var since = new JsonObject { ["since"] = now.AddDays(-2.5).ToString("O", null) }.ToJsonString();
        Assert.Equal(2, (int)(await SendAsync(HttpMethod.Post, "dead-letters/replay", since)).AssertOk().Json["replayed"]!);
        for (var n = 0; n < 400 && receiver.Hooks.Count < 3; n++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(["msg_e0", "msg_e3", "msg_e4"], receiver.Hooks.Select(hook => hook.Header("webhook-id")).Order(StringComparer.Ordinal));
        Assert.Equal(2, (await ListAsync("dead-letters")).Count);
    }

    private Task<EngineResponse> SendAsync(HttpMethod method, string path, string? json = null) => Client.AdminAsync(method, path, json);

    private async Task<JsonArray> ListAsync(string path) => (await SendAsync(HttpMethod.Get, path)).AssertOk().Json["items"]!.AsArray();
}
