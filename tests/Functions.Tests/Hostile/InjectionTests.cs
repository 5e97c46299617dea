using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Hostile;

/// <summary>SQL in every text that reaches the store is text and nothing else.</summary>
public sealed class InjectionTests(SharedEngine engine)
{
    public static TheoryData<string> Fragments => [.. HostileTexts.Sql];

    [Theory]
    [MemberData(nameof(Fragments))]
    public async Task Id_WithSql_IsAPersonOfThatName(string fragment)
    {
        var (user, marker) = ($"{Sent.NewId()}{fragment}", Sent.NewId());
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(marker, "/pricing"), Sent.PageView(user, "/pricing"), Sent.PageView(user, "/"));

        Assert.Equal(4m, (decimal)(await engine.Client.PostAsync($"/api/v1/lead-score/{Uri.EscapeDataString(user)}")).AssertOk().Json["score"]!);
        Assert.Equal(4m, (decimal)(await engine.Client.PersonalizeAsync(user))["score"]!);
        Assert.Equal(3.5m, (decimal)(await engine.Client.PersonalizeAsync(marker))["score"]!);
    }

    [Theory]
    [MemberData(nameof(Fragments))]
    public async Task Definition_WithSqlInEveryText_ComesBackAsItWas(string fragment)
    {
        var user = Sent.NewId();
        var rule = Defined.Rule(
                new JsonObject { ["id"] = user, ["context.x"] = fragment },
                Defined.Show("hero", fragment), new JsonObject { ["type"] = "set", ["attribute"] = fragment, ["value"] = fragment },
                new JsonObject { ["type"] = "message", ["channel"] = "website", ["template"] = fragment })
            .With("name", fragment).With("description", fragment);
        var id = await engine.Client.AddRuleAsync(rule);
        var answer = await engine.Client.PersonalizeAsync(user, $"context.x={Uri.EscapeDataString(fragment)}");

        var stored = (await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{id}")).AssertOk().Json;
        foreach (var field in (string[])["name", "description", "conditions", "actions"]) Assert.True(JsonNode.DeepEquals(rule[field], stored[field]), field);
        Assert.Equal((fragment, fragment), ((string?)answer["slots"]!["hero"]!["content"], (string?)answer["attributes"]![fragment]));
        Assert.Equal(fragment, (string?)Assert.Single(answer["messages"]!.AsArray())!["template"]);
    }

    [Theory]
    [MemberData(nameof(Fragments))]
    public async Task Feedback_WithSql_IsKeptAsText(string fragment)
    {
        var (user, id) = (Sent.NewId(), $"{Sent.NewId()}{fragment}");
        var decision = (string)(await engine.Client.PersonalizeAsync(user))["decision_id"]!;
        var conversion = new JsonObject { ["type"] = "conversion", ["decision_id"] = decision, ["goal"] = fragment, ["event_id"] = id };
        var answer = (await engine.Client.PostAsync("/api/v1/events", conversion.ToJsonString())).AssertOk().Json;

        Assert.Equal(id, (string?)answer["results"]![0]!["event_id"]);
        Assert.Equal([$"{id}|{fragment}"], engine.Process.Query<string>(
            "select event_id || '|' || goal from conversions where person_id = @user", ("@user", user)));
    }
}
