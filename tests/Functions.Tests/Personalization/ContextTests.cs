using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Personalization;

/// <summary>What the frontend tells of the moment: <c>context.NAME</c>.</summary>
public sealed class ContextTests(SharedEngine engine)
{
    [Theory]
    [InlineData("""{"context.cart": {"$gte": 99.5}}""", "context.cart=99.5", true)]
    [InlineData("""{"context.cart": {"$type": "number"}}""", "context.cart=12", true)]
    [InlineData("""{"context.member": true}""", "context.member=true", true)]
    [InlineData("""{"context.page": "/pricing"}""", "context.page=/pricing", true)]
    [InlineData("""{"context.page": "/pricing"}""", "context.page=/Pricing", false)]
    [InlineData("""{"context.code": {"$type": "string"}}""", "context.code=007", true)]
    [InlineData("""{"context.version": {"$vgt": "1.9"}}""", "context.version=1.10", true)]
    [InlineData("""{"context.page": {"$exists": false}}""", "context.other=1", true)]
    [InlineData("""{"device.type": "mobile"}""", "context.device=mobile", true)]
    [InlineData("""{"utm.source": "mail", "utm.campaign": "may"}""", "context.utm_source=mail&context.utm_campaign=may", true)]
    [InlineData("""{"context.word": "grün & 100%"}""", "context.word=gr%C3%BCn%20%26%20100%25", true)]
    [InlineData("""{"context.huge": {"$type": "string"}}""", "context.huge=1e400", true)]
    [InlineData("""{"context.Page": "x"}""", "context.page=x", false)]
    public async Task Rule_AsksForContext_JudgesTheParameter(string condition, string query, bool expected)
    {
        var user = Sent.NewId();
        var conditions = JsonNode.Parse(condition)!.AsObject();
        conditions["id"] = user;
        var rule = await engine.Client.AddRuleAsync(Defined.Rule(conditions, Defined.Show("banner", "matched")));

        Assert.Equal(expected, (await engine.Client.SlotAsync(user, "banner", query)).Rule == rule);
    }

    [Fact]
    public async Task Context_OfThisVisit_GoesBeforeTheLastEvents()
    {
        var user = Sent.NewId();
        await engine.Client.AcceptEventsAsync("rybbit", Sent.Rybbit(user, "pageview", 1, null, ("pathname", "/"), ("querystring", "?utm_source=old&utm_medium=mail")));
        var rule = await engine.Client.AddRuleAsync(Defined.Rule(
            new JsonObject { ["id"] = user, ["utm.source"] = "new", ["utm.medium"] = "mail" }, Defined.Show("banner", "matched")));

        Assert.Null((await engine.Client.SlotAsync(user, "banner")).Rule);
        Assert.Equal(rule, (await engine.Client.SlotAsync(user, "banner", "context.utm_source=new")).Rule);
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public async Task Context_NumberOfParameters_IsLimitedTo50(int count, bool accepted)
    {
        var query = string.Join('&', Enumerable.Range(0, count).Select(i => $"context.n{i}={i}"));
        var answer = await engine.Client.GetAsync($"/api/v1/personalize/{Sent.NewId()}?{query}");

        if (accepted) answer.AssertOk();
        else answer.AssertProblem(400, "context");
    }

    [Theory]
    [InlineData(64, 1024, true)]
    [InlineData(65, 1, false)]
    [InlineData(1, 1025, false)]
    [InlineData(0, 1, false)]
    public async Task Context_NameAndValue_AreLimited(int name, int value, bool accepted)
    {
        var answer = await engine.Client.GetAsync($"/api/v1/personalize/{Sent.NewId()}?context.{new string('n', name)}={new string('v', value)}");

        if (accepted) answer.AssertOk();
        else answer.AssertProblem(400);
    }
}
