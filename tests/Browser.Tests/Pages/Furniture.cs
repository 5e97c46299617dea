using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Pages;

/// <summary>Puts into an engine, through its front door, at least one of everything pages can show.</summary>
/// <param name="words">Written wherever a text is free.</param>
internal sealed class Furniture(EngineClient client, IWords words)
{
    /// <returns>Addresses of pages that only a change leads to.</returns>
    public async Task<IReadOnlyList<string>> MoveInAsync()
    {
        await SendPeopleAsync();
        await SendItemAndEventsAsync();
        foreach (var person in (string[])[words.Person, "grace-who-goes"])
            (await client.PostAsync($"/api/v1/lead-score/{Uri.EscapeDataString(person)}")).AssertOk();
        await DefineAsync();
        await DecideAsync();
        await SendCampaignAsync();
        await ChangeAndDraftAsync();
        return [$"/dashboard/lead/erasure?id={await EraseAsync()}"];
    }

    private static JsonObject Event(string type, JsonObject data) => new() { ["type"] = type, ["event_id"] = $"{Guid.CreateVersion7()}", ["data"] = data };

    private async Task SendPeopleAsync()
    {
        var person = new JsonObject
        {
            ["user_id"] = words.Person,
            ["name"] = words.Name("person"),
            ["company"] = words.Name("company"),
            ["job_title"] = words.Name("title"),
            ["email"] = "anna@example.com",
            ["country"] = "DE",
            ["timezone"] = "Europe/Berlin",
            ["traits"] = new JsonObject { ["tier"] = words.Value.DeepClone(), [words.Name("trait")] = words.Text("trait") },
        };
        await client.AcceptEventsAsync(
            "cdp",
            Event("customer.upserted", person),
            Event("identity.linked", new JsonObject { ["user_id"] = words.Person, ["alias"] = words.Name("device") }),
            Event("lead.submitted", new JsonObject { ["user_id"] = words.Person, ["form"] = words.Name("demo form") }),
            Event("lead.converted", new JsonObject { ["user_id"] = words.Person, ["goal"] = words.Name("goal"), ["value"] = 12, ["currency"] = "EUR" }),
            Event("email.clicked", new JsonObject { ["user_id"] = words.Person, ["campaign_id"] = words.Name("letter"), ["url"] = words.Address }),
            Event("consent.updated", new JsonObject { ["user_id"] = words.Person, ["purpose"] = "email", ["granted"] = true }),
            Event("customer.upserted", new JsonObject { ["user_id"] = "grace-who-goes", ["name"] = words.Name("person who goes") }));
        // Neither can be taken; both are kept with their reason.
        await client.SendEventsAsync("cdp", new JsonArray(Event("lead.converted", new JsonObject { ["goal"] = words.Name("goal") })).ToJsonString());
        await client.SendEventsAsync("rybbit", new JsonArray(new JsonObject { ["type"] = words.Name("type"), ["site_id"] = words.Name("site") }).ToJsonString());
    }

    private async Task SendItemAndEventsAsync()
    {
        JsonObject Item(string id, string title) => Event("item.upserted", new JsonObject
        {
            ["item_id"] = id,
            ["title"] = title,
            ["url"] = words.Address,
            ["image_url"] = words.Address,
            ["description"] = words.Text("item"),
            ["categories"] = new JsonArray(words.Name("category")),
            ["tags"] = new JsonArray(words.Name("tag")),
            ["attributes"] = new JsonObject { ["author"] = words.Name("author") },
        });
        await client.AcceptEventsAsync("cdp", [Item(words.Name("item"), words.Name("item")), Item("another-item", words.Name("other item"))]);
        string[] paths = ["/blog/another-item", "/pricing", $"/blog/{words.Name("item")}"];
        await client.AcceptEventsAsync("rybbit", from path in paths
                                                 select new JsonObject
                                                 {
                                                     ["type"] = "pageview",
                                                     ["site_id"] = "1",
                                                     ["user_id"] = words.Person,
                                                     ["pathname"] = path,
                                                     ["page_title"] = words.Name("page"),
                                                     ["referrer"] = words.Address,
                                                     ["session_id"] = "session-1",
                                                 });
        await client.AcceptEventsAsync("rybbit", new JsonObject
        {
            ["type"] = "custom_event",
            ["site_id"] = "1",
            ["user_id"] = words.Person,
            ["event_name"] = words.Name("event"),
            ["properties"] = new JsonObject { [words.Name("property")] = words.Text("property") },
        });
    }

    private async Task DefineAsync()
    {
        var name = words.Name;
        await AddAsync("rules", Defined.Rule(new JsonObject { ["country"] = "DE" }, Defined.Show("hero", words.Text("headline")), Set()).With("name", name("rule"))
            .With("description", words.Text("rule")).With("priority", 500));
        // Never won: the one above takes its people.
        await AddAsync("rules", Defined.Rule(new JsonObject { ["country"] = "DE", ["company"] = name("company") }, Defined.Show("hero", "x")).With("name", name("shadowed rule")));
        await AddAsync("segments", new() { ["key"] = "tests-segment", ["name"] = name("segment"), ["description"] = words.Text("segment"), ["condition"] = new JsonObject { ["company"] = name("company") } });
        await AddAsync("groups", new() { ["key"] = "tests-group", ["name"] = name("group"), ["values"] = new JsonArray(words.Person, name("member")) });
        await AddAsync("experiments", Defined.Experiment("tests_running", "control", "bold").With("name", name("experiment")).With("description", words.Text("experiment")));
        await AddAsync("experiments", Defined.Experiment("tests_draft", "control", "bold").With("name", name("draft of an experiment")).With("status", "draft"));
        await AddAsync("templates", Template("tests-template"));
        await AddAsync("campaigns", Campaign(name("campaign")));
        await AddAsync("campaigns", Campaign(name("campaign not sent")));
        await AddAsync("suppressions", new() { ["channel"] = "email", ["address"] = "nobody@example.com", ["reason"] = "manual", ["detail"] = words.Text("suppression") });
        await AddAsync("webhook-endpoints", new() { ["url"] = "https://hooks.example.com/engine", ["event_types"] = new JsonArray("score.crossed"), ["description"] = words.Text("endpoint") });

        JsonObject Set() => new() { ["type"] = "set", ["attribute"] = "offer", ["value"] = words.Text("offer") };
    }

    private JsonObject Template(string key) => new()
    {
        ["key"] = key,
        ["name"] = words.Name("template"),
        ["channels"] = new JsonObject
        {
            ["website"] = new JsonObject { ["title"] = "{% raw %}" + words.Name("title") + "{% endraw %}", ["body"] = "Hello {{ person.name }}, {% raw %}" + words.Text("body") + "{% endraw %}" },
            ["email"] = new JsonObject { ["subject"] = "Hello {{ person.name }}", ["html"] = "<p>Hello {{ person.name }}</p><script>window.hit=1</script><img src=x onerror=window.hit=1>" },
        },
    };

    private JsonObject Campaign(string name) => new()
    {
        ["name"] = name,
        ["description"] = words.Text("campaign"),
        ["template"] = "tests-template",
        ["audience"] = new JsonObject { ["country"] = "DE" },
    };

    /// <summary>Decisions that were served, clicks on them, and what people reached then.</summary>
    private async Task DecideAsync()
    {
        for (var n = 0; n < 3; n++)
        {
            var decision = (await client.GetAsync($"/api/v1/personalize/{Uri.EscapeDataString(words.Person)}?explain=true")).AssertOk().Json;
            var shown = decision["recommendations"]!.AsArray().Select(item => (string)item!["item_id"]!).ToList();
            JsonObject Of(string type, string item) => new() { ["type"] = type, ["decision_id"] = (string)decision["decision_id"]!, ["item_id"] = item };
            JsonNode[] events = [.. shown.Select(item => Of("impression", item)), .. shown.Take(1).Select(item => Of("click", item))];
            if (events.Length > 0) (await client.PostAsync("/api/v1/events", new JsonArray(events).ToJsonString())).AssertOk();
        }
    }

    private async Task SendCampaignAsync()
    {
        var id = (long)(await client.AdminAsync(HttpMethod.Get, "campaigns")).AssertOk().Json["items"]![0]!["id"]!;
        (await client.AdminAsync(HttpMethod.Post, $"campaigns/{id}/send")).AssertOk();
    }

    /// <summary>A second version of the template, a segment, a campaign and the rule, and a draft of the rule's third with its reason.</summary>
    private async Task ChangeAndDraftAsync()
    {
        await RenameAsync("segments", "segment, renamed");
        await RenameAsync("campaigns", "campaign, renamed");
        var template = (await client.AdminAsync(HttpMethod.Get, "templates")).AssertOk().Json["items"]!.AsArray().First(one => (string)one!["key"]! == "tests-template")!;
        (await client.AdminAsync(HttpMethod.Put, $"templates/{template["id"]}", Template("tests-template").With("name", words.Name("template, renamed")).With("comment", words.Text("reason")).ToJsonString())).AssertOk();
        var rules = (await client.AdminAsync(HttpMethod.Get, "rules")).AssertOk().Json["items"]!.AsArray();
        var rule = rules.First(one => (string)one!["name"]! == words.Name("rule"))!.AsObject();
        var (id, version) = ((long)rule["id"]!, (long)rule["version"]!);
        foreach (var own in (string[])["id", "version", "created_at", "updated_at"]) rule.Remove(own);
        (await client.AdminAsync(HttpMethod.Put, $"rules/{id}", rule.With("priority", 400).ToJsonString(), $"\"{version}\"")).AssertOk();
        (await client.AdminAsync(HttpMethod.Put, $"rules/{id}/draft", rule.With("description", words.Text("draft")).ToJsonString())).AssertOk();
    }

    /// <summary>Gives the last of a kind another name.</summary>
    private async Task RenameAsync(string kind, string name)
    {
        var one = (await client.AdminAsync(HttpMethod.Get, kind)).AssertOk().Json["items"]!.AsArray()[^1]!.DeepClone().AsObject();
        var id = (long)one["id"]!;
        foreach (var own in (string[])["id", "version", "created_at", "updated_at"]) one.Remove(own);
        (await client.AdminAsync(HttpMethod.Put, $"{kind}/{id}", one.With("name", words.Name(name)).With("comment", words.Text("reason")).ToJsonString())).AssertOk();
    }

    /// <returns>The erasure's id.</returns>
    private async Task<string> EraseAsync() =>
        (string)(await client.AdminAsync(HttpMethod.Delete, "people/grace-who-goes")).AssertOk().Json["erasure_id"]!;

    private async Task AddAsync(string kind, JsonObject document)
    {
        var answer = await client.AdminAsync(HttpMethod.Post, kind, document.ToJsonString());
        Assert.True(answer.Status is 200 or 201 or 204, $"{kind}: {answer.Status} {answer.Body}");
    }
}
