using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Webhooks;

/// <summary>Every documented event of the CDP: what is accepted, and what is refused by name.</summary>
public sealed class CdpFieldTests(SharedEngine engine)
{
    private readonly string _user = Sent.NewId();

    public static TheoryData<string, string> Accepted => new()
    {
        { "customer.upserted", "{}" },
        {
            "customer.upserted",
            """
            {"email":"ann@example.com","phone":"+49 30 1","name":"Ann","company":"ACME","job_title":"CTO","country":"de","language":"de-DE",
             "timezone":"Europe/Berlin","preferred_channel":"sms","traits":{"plan":"pro","seats":5,"tags":["a"],"gone":null}}
            """
        },
        { "customer.upserted", """{"email":null,"phone":null,"country":null,"timezone":null,"preferred_channel":null}""" },
        { "customer.deleted", "{}" },
        { "identity.linked", """{"alias":"other-1"}""" },
        { "identity.linked", """{"aliases":["other-2","other-3"]}""" },
        { "lead.submitted", """{"form":"Demo","email":"ann@example.com","traits":{"budget":"10k"}}""" },
        { "lead.submitted", "{}" },
        { "lead.converted", "{}" },
        { "lead.converted", """{"goal":"trial","value":0,"currency":"EUR"}""" },
        { "lead.converted", """{"value":19.99,"currency":"usd"}""" },
        { "email.opened", """{"campaign_id":"c1","message_id":"m1"}""" },
        { "email.clicked", """{"url":"https://example.com/x?y=1"}""" },
        { "consent.updated", """{"purpose":"email","granted":false}""" },
        { "consent.updated", """{"consents":{"email":true,"sms":false,"push":true,"analytics":true,"personalization":true}}""" },
    };

    public static TheoryData<string, string, string> Refused => new()
    {
        { "customer.upserted", """{"email":"nobody"}""", "data.email" },
        { "customer.upserted", """{"email":"a b@example.com"}""", "data.email" },
        { "customer.upserted", """{"country":"Germany"}""", "data.country" },
        { "customer.upserted", """{"country":"D1"}""", "data.country" },
        { "customer.upserted", """{"timezone":"Berlin"}""", "data.timezone" },
        { "customer.upserted", """{"timezone":"../../../etc/passwd"}""", "data.timezone" },
        { "customer.upserted", """{"timezone":"Europe"}""", "data.timezone" },
        { "customer.upserted", """{"preferred_channel":"fax"}""", "data.preferred_channel" },
        { "customer.upserted", """{"traits":[]}""", "data.traits" },
        { "customer.upserted", """{"name":7}""", "data.name" },
        { "identity.linked", "{}", "data.alias" },
        { "identity.linked", """{"alias":5}""", "data.alias" },
        { "identity.linked", """{"aliases":[""]}""", "data.aliases" },
        { "identity.linked", """{"aliases":[" x"]}""", "data.aliases" },
        { "lead.submitted", """{"email":"nobody"}""", "data.email" },
        { "lead.converted", """{"value":-0.01}""", "data.value" },
        { "lead.converted", """{"value":"12"}""", "data.value" },
        { "lead.converted", """{"currency":"EURO"}""", "data.currency" },
        { "consent.updated", "{}", "data.purpose" },
        { "consent.updated", """{"purpose":"mail","granted":true}""", "data.purpose" },
        { "consent.updated", """{"purpose":"email"}""", "data.granted" },
        { "consent.updated", """{"purpose":"email","granted":"yes"}""", "data.granted" },
        { "consent.updated", """{"consents":{"mail":true}}""", "data.consents.mail" },
        { "consent.updated", """{"consents":{"email":1}}""", "data.consents.email" },
        { "consent.updated", """{"consents":{"email":null}}""", "data.consents.email" },
        { "consent.updated", """{"consents":["email"]}""", "data.consents" },
        { "item.deleted", "{}", "data.item_id" },
        { "item.upserted", "{}", "data.item_id" },
        { "item.upserted", """{"item_id":"x","categories":"news"}""", "data.categories" },
        { "item.upserted", """{"item_id":"x","hidden":"no"}""", "data.hidden" },
        { "item.upserted", """{"item_id":"x","published_at":"yesterday"}""", "data.published_at" },
        { "item.upserted", """{"item_id":"x","expires_at":"2026-01-01"}""", "data.expires_at" },
        { "item.upserted", """{"item_id":"x","attributes":[1]}""", "data.attributes" },
        { "customer.moved", "{}", "type" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Event_AsDocumented_IsAccepted(string type, string data) => (await SendAsync(type, data)).AssertOk();

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Event_WrongData_IsRefusedByName(string type, string data, string field) =>
        (await SendAsync(type, data)).AssertProblem(400, field);

    [Theory]
    [InlineData("customer.upserted")]
    [InlineData("customer.deleted")]
    [InlineData("identity.linked")]
    [InlineData("lead.submitted")]
    [InlineData("lead.converted")]
    [InlineData("email.opened")]
    [InlineData("email.clicked")]
    [InlineData("consent.updated")]
    public async Task Event_OfNobody_IsRefused(string type)
    {
        foreach (var nobody in (JsonNode?[])[null, "", " x", 7, new string('x', 256)])
        {
            var sent = new JsonObject { ["type"] = type, ["data"] = new JsonObject { ["user_id"] = nobody, ["alias"] = "a" } };
            (await engine.Client.SendEventsAsync("cdp", sent.ToJsonString())).AssertProblem(400, "data.user_id");
        }
    }

    [Theory]
    [InlineData("""{"type":"email.opened"}""", "data")]
    [InlineData("""{"type":"email.opened","data":null}""", "data")]
    [InlineData("""{"type":"email.opened","data":[]}""", "data")]
    [InlineData("""{"type":"email.opened","data":"x"}""", "data")]
    [InlineData("""{"data":{"user_id":"x"}}""", "type")]
    public async Task Event_WithoutItsParts_IsRefusedByName(string body, string field) =>
        (await engine.Client.SendEventsAsync("cdp", body)).AssertProblem(400, field);

    private Task<EngineResponse> SendAsync(string type, string data)
    {
        var facts = JsonNode.Parse(data)!.AsObject();
        if (!type.StartsWith("item.", StringComparison.Ordinal)) facts["user_id"] = _user;
        return engine.Client.SendEventsAsync("cdp", Sent.Cdp(type, 1, facts).ToJsonString());
    }
}
