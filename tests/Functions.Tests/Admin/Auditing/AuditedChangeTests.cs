using System.Text;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Admin.Endpoints;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Functions.Tests.Scoring.Models;

namespace PersonalizationEngine.Functions.Tests.Admin.Auditing;

/// <summary>Whatever an administrator changes, the audit tells who did it by which request, and what it was before and after.</summary>
public sealed class AuditedChangeTests : IAsyncLifetime
{
    private const string Anna = "key-of-anna-1234", Ben = "key-of-ben-12345";

    private EngineProcess? _process;

    private EngineClient Client => _process!.Client;

    public async ValueTask InitializeAsync()
    {
        _process = await EngineProcess.StartAsync(null, ("EDITOR_KEYS", $"anna:{Anna} ben:{Ben}"));
        await Client.BecomeReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
    }

    [Fact]
    public async Task Functions_ThatChangeSomething_EachLeaveAnEntry()
    {
        var cases = await CasesAsync();
        Assert.Equal(AdminFunctions.ThatChangeSomething.Order(StringComparer.Ordinal), cases.Keys.Order(StringComparer.Ordinal));

        foreach (var name in AdminFunctions.ThatChangeSomething)
        {
            var (method, path, body, kind, action, was, becomes) = cases[name];
            var before = await NewestAsync();
            (await SendAsync(method, path, body, Ben, $"request-of-{name}")).AssertOk();

            var entry = (await AuditAsync("limit=1"))[0]!;
            Assert.True((long)entry["entry"]! > before, name);
            Assert.Equal((name, "ben", kind, action), (name, (string?)entry["by"], (string?)entry["kind"], (string?)entry["change"]));
            Assert.Equal((name, $"request-of-{name}"), (name, (string?)entry["request_id"]));
            Assert.Equal((name, was, becomes), (name, entry["before"] is not null, entry["after"] is not null));
        }
    }

    [Fact]
    public async Task Audit_WithFilters_TellsThoseAlone()
    {
        var rule = Defined.Rule(new JsonObject(), Defined.Show("hero", "x"));
        var id = (long)(await SendAsync(HttpMethod.Post, "rules", rule, Anna)).AssertOk().Json["id"]!;
        var other = (long)(await SendAsync(HttpMethod.Post, "rules", rule, Ben)).AssertOk().Json["id"]!;
        (await SendAsync(HttpMethod.Put, $"rules/{id}", rule.With("comment", "spring").With("priority", 3), Ben)).AssertOk();
        var last = (await AuditAsync("limit=1"))[0]!;
        Assert.Equal(("/priority", "spring"), ((string?)last["changes"]![0]!["pointer"], (string?)last["comment"]));

        Assert.Equal([id, id], (await AuditAsync($"kind=rule&id={id}")).Select(one => (long)one!["id"]!));
        Assert.Equal([id], (await AuditAsync("by=anna")).Select(one => (long)one!["id"]!));
        Assert.Equal([id, other], (await AuditAsync("by=ben&kind=rule")).Select(one => (long)one!["id"]!));
        var instant = Uri.EscapeDataString((string)last["at"]!);
        Assert.Equal([id], (await AuditAsync($"from={instant}&kind=rule")).Select(one => (long)one!["id"]!));
        Assert.DoesNotContain(await AuditAsync($"to={instant}"), one => (long)one!["entry"]! == (long)last["entry"]!);
        (await Client.AdminAsync(HttpMethod.Get, "audit?from=yesterday")).AssertProblem(400, "from");
        // A number that JSON does not know.
        (await Client.AdminAsync(HttpMethod.Get, "audit?to=04")).AssertOk();
    }

    [Fact]
    public async Task Export_OfMoreThanAPage_HasEachEntryOnALineOnce()
    {
        for (var i = 0; i < 7; i++) (await SendAsync(HttpMethod.Post, "rules", Defined.Rule(new JsonObject(), Defined.Show("hero", i)), Anna)).AssertOk();

        var listed = new List<long>();
        string? cursor = null;
        do
        {
            var page = (await Client.AdminAsync(HttpMethod.Get, $"audit?by=anna&limit=3{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}")).AssertOk().Json;
            listed.AddRange(page["items"]!.AsArray().Select(one => (long)one!["entry"]!));
            cursor = (string?)page["next_cursor"];
        }
        while (cursor is not null);

        var exported = (await Client.AdminAsync(HttpMethod.Get, "audit/export?by=anna")).AssertOk();
        Assert.Equal("application/x-ndjson", exported.ContentType);
        var lines = exported.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(7, listed.Count);
        Assert.Equal(listed, lines.Select(line => (long)line["entry"]!));
    }

    [Fact]
    public async Task Change_WithAKeyThatNobodyHas_ChangesNothingAndLeavesNoEntry()
    {
        var before = await NewestAsync();

        foreach (var (method, path) in new[] { (HttpMethod.Post, "refused-events/replay"), (HttpMethod.Post, "recommenders/embedded/train"), (HttpMethod.Delete, "rules/1/draft") })
            (await SendAsync(method, path, [], "key-of-nobody-12")).AssertProblem(401);

        Assert.Equal(before, await NewestAsync());
    }

    /// <summary>A change by each function, made in this order, and what the audit is to tell of it.</summary>
    private async Task<Dictionary<string, (HttpMethod Method, string Path, JsonObject? Body, string Kind, string Action, bool Was, bool Becomes)>> CasesAsync()
    {
        var rule = Defined.Rule(new JsonObject(), Defined.Show("hero", "x"));
        var (live, removed, drafted) = (await Client.AddRuleAsync(rule), await Client.AddRuleAsync(rule), await Client.AddRuleAsync(rule));
        var (dropped, published) = (await Client.AddRuleAsync(rule), await Client.AddRuleAsync(rule));
        foreach (var id in new[] { dropped, published }) (await SendAsync(HttpMethod.Put, $"rules/{id}/draft", rule, Anna)).AssertOk();
        var experiment = Defined.Experiment(Defined.NewKey(), "a", "b").With("status", "draft");
        var tested = await Client.AddExperimentAsync(experiment);
        var (group, segment) = (Group(), Segment());
        var (groupId, segmentId) = (await AddAsync("groups", group), await AddAsync("segments", segment));
        var (otherGroup, otherSegment) = (await AddAsync("groups", Group()), await AddAsync("segments", Segment()));
        var approval = new JsonObject { ["approve"] = true };
        JsonObject Model() => ScoringModels.Of(Defined.NewKey(), "/pricing");
        var models = new List<(long Id, JsonObject Document)>();
        for (var i = 0; i < 5; i++)
        {
            var model = Model();
            models.Add((await AddAsync(ScoringModels.Path, model), model));
        }

        foreach (var i in new[] { 3, 4 }) (await SendAsync(HttpMethod.Put, $"{ScoringModels.Path}/{models[i].Id}/draft", models[i].Document, Anna)).AssertOk();
        string OfModel(int i, string more = "") => $"{ScoringModels.Path}/{models[i].Id}{more}";
        var (person, device) = (Sent.NewId(), Sent.NewId("device"));
        await Client.AcceptEventsAsync("rybbit", Sent.Rybbit(device, "pageview", 3, null, ("pathname", "/"), ("anonymous_id", device), ("user_id", null)));
        await Client.AcceptEventsAsync("rybbit", Sent.Rybbit(person, "pageview", 2, null, ("pathname", "/"), ("anonymous_id", device)));
        var merge = (long)(await Client.AdminAsync(HttpMethod.Get, $"people/{person}/merges")).AssertOk().Json["items"]![0]!["id"]!;

        var endpoint = new JsonObject { ["url"] = "https://192.0.1.1/hooks", ["enabled"] = false };
        async Task<long> AddEndpointAsync() =>
            (long)(await SendAsync(HttpMethod.Post, "webhook-endpoints", endpoint, Anna)).AssertOk().Json["endpoint"]!["id"]!;
        var (changed, gone) = (await AddEndpointAsync(), await AddEndpointAsync());
        var letters = Enumerable.Range(0, 2).Select(n => DeadLetters.Add(_process!, changed, $"e{n}")).ToList();
        var since = new JsonObject { ["since"] = "2026-01-01T00:00:00Z" };
        var (template, otherTemplate) = (Template(), Template());
        var (templateId, otherTemplateId) = (await AddAsync("templates", template), await AddAsync("templates", otherTemplate));
        // Far from now, so that none of them begins while the others are tried.
        var campaign = Campaign(template["key"]!);
        var campaigns = new List<long>();
        for (var i = 0; i < 3; i++) campaigns.Add(await AddAsync("campaigns", campaign));
        (await SendAsync(HttpMethod.Post, $"campaigns/{campaigns[2]}/send", null, Anna)).AssertOk();
        string OfCampaign(int i, string more = "") => $"campaigns/{campaigns[i]}{more}";
        var suppressed = new JsonObject { ["channel"] = "email", ["address"] = "ann@example.com" };

        return new()
        {
            ["AddWebhookEndpoint"] = (HttpMethod.Post, "webhook-endpoints", endpoint, "webhook_endpoint", "added", false, true),
            ["ReplaceWebhookEndpoint"] =
                (HttpMethod.Put, $"webhook-endpoints/{changed}", endpoint.With("description", "x"), "webhook_endpoint", "changed", true, true),
            ["RotateWebhookSecret"] = (HttpMethod.Post, $"webhook-endpoints/{changed}/rotate-secret", null, "webhook_endpoint", "secret_rotated", true, true),
            ["ReplayWebhookMessages"] =
                (HttpMethod.Post, $"webhook-endpoints/{changed}/replay", new JsonObject { ["id"] = letters[1] }, "webhook_endpoint", "replayed", false, true),
            ["RemoveWebhookEndpoint"] = (HttpMethod.Delete, $"webhook-endpoints/{gone}", null, "webhook_endpoint", "removed", true, false),
            ["ReplayDeadLetter"] = (HttpMethod.Post, $"dead-letters/webhook/{letters[0]}/replay", null, "dead_letters", "replayed", false, true),
            ["ReplayDeadLetters"] = (HttpMethod.Post, "dead-letters/replay", since, "dead_letters", "replayed", false, true),
            ["AddRule"] = (HttpMethod.Post, "rules", rule, "rule", "added", false, true),
            ["ReplaceRule"] = (HttpMethod.Put, $"rules/{live}", rule.With("priority", 2), "rule", "changed", true, true),
            ["RemoveRule"] = (HttpMethod.Delete, $"rules/{removed}", null, "rule", "removed", true, false),
            ["RollBackRule"] = (HttpMethod.Post, $"rules/{live}/rollback", new JsonObject { ["version"] = 1 }, "rule", "rolled_back", true, true),
            ["SaveRuleDraft"] = (HttpMethod.Put, $"rules/{drafted}/draft", rule, "rule", "draft_saved", false, true),
            ["DropRuleDraft"] = (HttpMethod.Delete, $"rules/{dropped}/draft", null, "rule", "draft_dropped", true, false),
            ["ReviewRuleDraft"] = (HttpMethod.Post, $"rules/{published}/review", approval, "rule", "draft_approved", true, true),
            ["PublishRuleDraft"] = (HttpMethod.Post, $"rules/{published}/publish", [], "rule", "published", true, true),
            ["AddExperiment"] = (HttpMethod.Post, "experiments", Defined.Experiment(Defined.NewKey(), "a", "b"), "experiment", "added", false, true),
            ["ReplaceExperiment"] = (HttpMethod.Put, $"experiments/{tested}", experiment.With("status", "running"), "experiment", "changed", true, true),
            ["AddSavedGroup"] = (HttpMethod.Post, "groups", Group(), "saved_groups", "added", false, true),
            ["ReplaceSavedGroup"] = (HttpMethod.Put, $"groups/{groupId}", group.With("name", "other"), "saved_groups", "changed", true, true),
            ["RemoveSavedGroup"] = (HttpMethod.Delete, $"groups/{otherGroup}", null, "saved_groups", "removed", true, false),
            ["AddSegmentDefinition"] = (HttpMethod.Post, "segments", Segment(), "segments", "added", false, true),
            ["ReplaceSegmentDefinition"] = (HttpMethod.Put, $"segments/{segmentId}", segment.With("name", "other"), "segments", "changed", true, true),
            ["RemoveSegmentDefinition"] = (HttpMethod.Delete, $"segments/{otherSegment}", null, "segments", "removed", true, false),
            ["ReplayRefusedEvents"] = (HttpMethod.Post, "refused-events/replay", [], "refused_events", "replayed", true, true),
            ["TrainRecommender"] = (HttpMethod.Post, "recommenders/embedded/train", null, "recommender", "trained", true, true),
            ["AddScoringModel"] = (HttpMethod.Post, ScoringModels.Path, Model(), "scoring_model", "added", false, true),
            ["ReplaceScoringModel"] = (HttpMethod.Put, OfModel(0), models[0].Document.With("name", "other"), "scoring_model", "changed", true, true),
            ["RemoveScoringModel"] = (HttpMethod.Delete, OfModel(1), null, "scoring_model", "removed", true, false),
            ["RollBackScoringModel"] = (HttpMethod.Post, OfModel(0, "/rollback"), new JsonObject { ["version"] = 1 }, "scoring_model", "rolled_back", true, true),
            ["SaveScoringModelDraft"] = (HttpMethod.Put, OfModel(2, "/draft"), models[2].Document, "scoring_model", "draft_saved", false, true),
            ["DropScoringModelDraft"] = (HttpMethod.Delete, OfModel(3, "/draft"), null, "scoring_model", "draft_dropped", true, false),
            ["ReviewScoringModelDraft"] = (HttpMethod.Post, OfModel(4, "/review"), approval, "scoring_model", "draft_approved", true, true),
            ["PublishScoringModelDraft"] = (HttpMethod.Post, OfModel(4, "/publish"), [], "scoring_model", "published", true, true),
            ["UndoMerge"] = (HttpMethod.Post, $"people/merges/{merge}/undo", null, "person", "person.unmerged", false, true),
            ["ErasePerson"] = (HttpMethod.Delete, $"people/{person}", null, "person", "person.erased", false, true),
            ["RestorePermission"] = (HttpMethod.Post, $"people/{person}/restore-permission", null, "person", "person.restored", false, true),
            ["AddTemplate"] = (HttpMethod.Post, "templates", Template(), "message_templates", "added", false, true),
            ["ReplaceTemplate"] = (HttpMethod.Put, $"templates/{templateId}", template.With("name", "other"), "message_templates", "changed", true, true),
            ["RemoveTemplate"] = (HttpMethod.Delete, $"templates/{otherTemplateId}", null, "message_templates", "removed", true, false),
            ["RollBackTemplate"] = (HttpMethod.Post, $"templates/{templateId}/rollback", new JsonObject { ["version"] = 1 }, "message_templates", "rolled_back", true, true),
            ["AddCampaign"] = (HttpMethod.Post, "campaigns", campaign, "campaign", "added", false, true),
            ["ReplaceCampaign"] = (HttpMethod.Put, OfCampaign(0), campaign.With("name", "other"), "campaign", "changed", true, true),
            ["RollBackCampaign"] = (HttpMethod.Post, OfCampaign(0, "/rollback"), new JsonObject { ["version"] = 1 }, "campaign", "rolled_back", true, true),
            ["RemoveCampaign"] = (HttpMethod.Delete, OfCampaign(1), null, "campaign", "removed", true, false),
            ["SendCampaign"] = (HttpMethod.Post, OfCampaign(0, "/send"), null, "campaign", "sent", false, true),
            ["PauseCampaign"] = (HttpMethod.Post, OfCampaign(2, "/pause"), null, "campaign", "paused", false, true),
            ["ResumeCampaign"] = (HttpMethod.Post, OfCampaign(2, "/resume"), null, "campaign", "resumed", false, true),
            ["CancelCampaign"] = (HttpMethod.Post, OfCampaign(2, "/cancel"), null, "campaign", "cancelled", false, true),
            ["AddSuppression"] = (HttpMethod.Post, "suppressions", suppressed, "suppression", "added", false, true),
            ["ImportSuppressions"] = (HttpMethod.Post, "suppressions/import", new JsonObject { ["suppressions"] = new JsonArray(suppressed.DeepClone()) }, "suppression", "imported", false, true),
            ["RemoveSuppression"] = (HttpMethod.Delete, "suppressions?channel=email&address=ann@example.com", null, "suppression", "removed", false, false),
        };
    }

    private static JsonObject Group() => new() { ["key"] = Defined.NewKey(), ["name"] = "g", ["values"] = new JsonArray("a") };

    private static JsonObject Template() => new()
    {
        ["key"] = Defined.NewKey(),
        ["name"] = "t",
        ["channels"] = new JsonObject { ["sms"] = new JsonObject { ["text"] = "Hello {{ person.name }}" } },
    };

    private static JsonObject Campaign(JsonNode template) => new()
    {
        ["name"] = "c",
        ["template"] = template.DeepClone(),
        ["audience"] = new JsonObject { ["known"] = true },
        ["schedule"] = new JsonObject { ["at"] = "2190-01-01T09:00", ["timezone"] = "UTC" },
    };

    private static JsonObject Segment() => new() { ["key"] = Defined.NewKey(), ["name"] = "s", ["condition"] = new JsonObject { ["known"] = true } };

    private async Task<long> AddAsync(string path, JsonObject document) => (long)(await SendAsync(HttpMethod.Post, path, document, Anna)).AssertOk().Json["id"]!;

    private async Task<JsonArray> AuditAsync(string query) => (await Client.AdminAsync(HttpMethod.Get, $"audit?{query}")).AssertOk().Json["items"]!.AsArray();

    private async Task<long> NewestAsync() => (await AuditAsync("limit=1")) is [{ } newest, ..] ? (long)newest["entry"]! : 0;

    private async Task<EngineResponse> SendAsync(HttpMethod method, string path, JsonObject? body, string editor, string? requestId = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/admin/{path}");
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.Add("x-functions-key", EngineProcess.MasterKey);
        request.Headers.Add("x-editor-key", editor);
        if (requestId is not null) request.Headers.Add("x-request-id", requestId);
        return await Client.SendAsync(request);
    }
}
