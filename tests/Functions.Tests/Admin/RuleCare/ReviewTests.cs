using System.Text;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.RuleCare;

/// <summary>Where a review is required, what people see changes only by a draft that somebody else approved of.</summary>
public sealed class ReviewTests : IAsyncLifetime
{
    private const string Anna = "key-of-anna-1234", Ben = "key-of-ben-12345";

    private EngineProcess? _process;

    private EngineClient Client => _process!.Client;

    public async ValueTask InitializeAsync()
    {
        _process = await EngineProcess.StartAsync(null, ("EDITOR_KEYS", $"anna:{Anna} ben:{Ben}"), ("rules__review", "true"));
        await Client.BecomeReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
    }

    [Fact]
    public async Task Draft_ApprovedBySomebodyElse_GoesLiveWithBothNames()
    {
        var rule = Defined.Rule(new JsonObject(), Defined.Show("hero", "first")).With("active", false);
        var id = (long)(await SendAsync(HttpMethod.Post, "rules", rule, Anna)).AssertOk().Json["id"]!;
        var draft = (await SendAsync(HttpMethod.Put, $"rules/{id}/draft", rule.With("active", true), Anna)).AssertOk().Json;
        Assert.Equal(("anna", true), ((string?)draft["drafted_by"], (bool)draft["review_required"]!));

        (await SendAsync(HttpMethod.Post, $"rules/{id}/publish", [], Anna)).AssertProblem(409);
        (await SendAsync(HttpMethod.Post, $"rules/{id}/review", new JsonObject { ["approve"] = true }, Anna)).AssertProblem(409);
        (await SendAsync(HttpMethod.Post, $"rules/{id}/review", new JsonObject { ["approve"] = true, ["revision"] = 2 }, Ben)).AssertProblem(412);
        var approved = (await SendAsync(HttpMethod.Post, $"rules/{id}/review", new JsonObject { ["approve"] = true, ["revision"] = 1 }, Ben)).AssertOk().Json;
        Assert.Equal("ben", (string?)approved["approved_by"]);
        (await SendAsync(HttpMethod.Post, $"rules/{id}/publish", [], Anna)).AssertOk();

        Assert.Equal((id, "\"first\""), await Client.SlotAsync(Sent.NewId(), "hero"));
        var version = (await Client.AdminAsync(HttpMethod.Get, $"rules/{id}/versions/2")).AssertOk().Json;
        Assert.Equal(("anna", "ben"), ((string?)version["by"], (string?)version["approved_by"]));
    }

    [Fact]
    public async Task Draft_SavedAgain_NeedsApprovalAgain()
    {
        var rule = Defined.Rule(new JsonObject(), Defined.Show("aside", "x")).With("active", false);
        var id = (long)(await SendAsync(HttpMethod.Post, "rules", rule, Anna)).AssertOk().Json["id"]!;
        (await SendAsync(HttpMethod.Put, $"rules/{id}/draft", rule, Anna)).AssertOk();
        (await SendAsync(HttpMethod.Post, $"rules/{id}/review", new JsonObject { ["approve"] = true }, Ben)).AssertOk();
        (await SendAsync(HttpMethod.Put, $"rules/{id}/draft", rule.With("active", true), Anna)).AssertOk();

        (await SendAsync(HttpMethod.Post, $"rules/{id}/publish", [], Anna)).AssertProblem(409);
    }

    [Fact]
    public async Task Change_OfWhatPeopleSee_IsRefusedWithoutADraft()
    {
        var rule = Defined.Rule(new JsonObject(), Defined.Show("aside", "x"));

        (await SendAsync(HttpMethod.Post, "rules", rule, Anna)).AssertProblem(409);
        var id = (long)(await SendAsync(HttpMethod.Post, "rules", rule.With("active", false), Anna)).AssertOk().Json["id"]!;
        (await SendAsync(HttpMethod.Put, $"rules/{id}", rule, Anna)).AssertProblem(409);
        (await SendAsync(HttpMethod.Put, $"rules/{id}", rule.With("active", false).With("priority", 7), Anna)).AssertOk();
        Assert.Equal(204, (await SendAsync(HttpMethod.Delete, $"rules/{id}", null, Anna)).Status);
    }

    private Task<EngineResponse> SendAsync(HttpMethod method, string path, JsonObject? body, string editor)
    {
        var request = new HttpRequestMessage(method, $"/api/v1/admin/{path}");
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.Add("x-functions-key", EngineProcess.MasterKey);
        request.Headers.Add("x-editor-key", editor);
        return Client.SendAsync(request);
    }
}
