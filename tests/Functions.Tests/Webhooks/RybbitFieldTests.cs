using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Webhooks;

/// <summary>Every documented field of Rybbit's payload: accepted up to its limit, refused beyond it by name and limit.</summary>
public sealed class RybbitFieldTests(SharedEngine engine)
{
    [Theory]
    [InlineData("pageview")]
    [InlineData("custom_event")]
    [InlineData("performance")]
    [InlineData("outbound")]
    [InlineData("error")]
    [InlineData("button_click")]
    [InlineData("copy")]
    [InlineData("form_submit")]
    [InlineData("input_change")]
    [InlineData("ad_click")]
    [InlineData("identify")]
    public async Task Type_Documented_IsAccepted(string type) => await AssertAcceptedAsync(Event(("type", type), ("event_name", "x")));

    [Theory]
    [InlineData("type", "\"page_view\"")]
    [InlineData("type", "\"Pageview\"")]
    [InlineData("type", "\"lead.submitted\"")]
    [InlineData("type", "1")]
    [InlineData("type", "null")]
    [InlineData("site_id", "null")]
    [InlineData("site_id", "\"\"")]
    [InlineData("site_id", "1.5")]
    [InlineData("site_id", "{}")]
    [InlineData("user_id", "5")]
    [InlineData("user_id", "\"x\\u0007\"")]
    [InlineData("pathname", "[]")]
    [InlineData("session_id", "17")]
    [InlineData("properties", "\"not json\"")]
    [InlineData("properties", "\"[1]\"")]
    [InlineData("properties", "[1]")]
    [InlineData("properties", "true")]
    [InlineData("event_name", "\"a\\u0000b\"")]
    public async Task Field_WrongValue_IsRefusedByName(string field, string value) =>
        await AssertRefusedAsync(Event((field, JsonNode.Parse(value))), field);

    [Theory]
    [InlineData("user_id", 255)]
    [InlineData("anonymous_id", 255)]
    [InlineData("ip_address", 45)]
    [InlineData("user_agent", 512)]
    [InlineData("session_id", 64)]
    [InlineData("hostname", 253)]
    [InlineData("pathname", 2048)]
    [InlineData("querystring", 2048)]
    [InlineData("event_name", 256)]
    [InlineData("event_id", 255)]
    public async Task Text_AtItsLimit_IsAcceptedAndBeyondIsRefusedWithTheLimit(string field, int limit)
    {
        var longest = Sent.NewId("x").PadRight(limit, 'x');

        await AssertAcceptedAsync(Event((field, longest)));
        await AssertRefusedAsync(Event((field, longest + "x")), field, $"{limit}");
    }

    [Fact]
    public async Task IdentifiedUserId_AtItsLimit_IsAcceptedAndBeyondIsRefused()
    {
        await AssertAcceptedAsync(Event(("identified_user_id", new string('x', 255))));
        await AssertRefusedAsync(Event(("identified_user_id", new string('x', 256))), "identified_user_id", "255");
    }

    [Theory]
    [InlineData("pageview", "properties")]
    [InlineData("identify", "traits")]
    public async Task Object_OfTwoKibibytes_IsAcceptedAndBeyondIsRefused(string type, string field)
    {
        await AssertAcceptedAsync(Event(("type", type), (field, OfBytes(2048))));
        await AssertRefusedAsync(Event(("type", type), (field, OfBytes(2049))), field, "2048");
    }

    [Fact]
    public async Task Properties_AsText_AreLimitedInBytesToo()
    {
        await AssertAcceptedAsync(Event(("properties", OfBytes(2048).ToJsonString())));
        await AssertRefusedAsync(Event(("properties", OfBytes(2049).ToJsonString())), "properties", "2048");
        await AssertRefusedAsync(Event(("properties", "{\"a\":\"" + new string('é', 1500) + "\"}")), "properties", "2048");
    }

    [Theory]
    [InlineData("custom_event")]
    [InlineData("error")]
    public async Task EventName_OfNamedEvents_IsRequired(string type) => await AssertRefusedAsync(Event(("type", type)), "event_name");

    [Fact]
    public async Task Fields_Unknown_AreIgnored() =>
        await AssertAcceptedAsync(Event(("_bs", 5), ("feature_flags", new JsonObject { ["a"] = true }), ("brand_new", "x")));

    [Fact]
    public async Task Identity_NoneAtAll_IsRefused()
    {
        foreach (var partial in (JsonObject[])[
            Event(("user_id", null)),
            Event(("user_id", null), ("ip_address", "10.0.0.1")),
            Event(("user_id", null), ("user_agent", "Mozilla/5.0")),
            Event(("user_id", ""), ("anonymous_id", "")),
            Event(("user_id", null), ("identified_user_id", ""))])
        {
            await AssertRefusedAsync(partial, "user_id");
        }
    }

    [Fact]
    public async Task Identity_AddressAndAgentOnly_IsTheirSha256()
    {
        var (address, agent) = ("203.0.113.7", $"Mozilla/5.0 {Sent.NewId()}");
        await AssertAcceptedAsync(Event(("user_id", null), ("ip_address", address), ("user_agent", agent)));

        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address + agent)));

        Assert.True((bool)(await engine.Client.ScoreAsync(fingerprint))["known"]!);
    }

    [Theory]
    [InlineData("/pricing?utm_source=a", null)]
    [InlineData("/pricing", "?utm_source=newsletter&utm_campaign=spring%20sale&x=1")]
    public async Task Querystring_UtmParameters_AreThePersonsCampaign(string path, string? query)
    {
        var sent = Event(("pathname", path), ("querystring", query));
        await AssertAcceptedAsync(sent);
        var user = (string)sent["user_id"]!;

        Assert.True(await engine.Client.HasAsync(user, "utm.source", query is null ? null : "newsletter"));
        Assert.True(await engine.Client.HasAsync(user, "utm.campaign", query is null ? null : "spring sale"));
    }

    private static JsonObject OfBytes(int bytes) => new() { ["a"] = new string('x', bytes - """{"a":""}""".Length) };

    private static JsonObject Event(params (string Name, JsonNode? Value)[] fields) =>
        Sent.Rybbit(Sent.NewId(), "pageview", 1, null, fields);

    private async Task AssertAcceptedAsync(JsonObject sent) =>
        Assert.Equal(1, (int)(await engine.Client.SendEventsAsync("rybbit", sent.ToJsonString())).AssertOk().Json["accepted"]!);

    private async Task AssertRefusedAsync(JsonObject sent, string field, string limit = "")
    {
        var answer = await engine.Client.SendEventsAsync("rybbit", sent.ToJsonString());
        answer.AssertProblem(400, field);
        Assert.Contains(limit, (string)answer.Json["errors"]![0]!["message"]!, StringComparison.Ordinal);
    }
}
