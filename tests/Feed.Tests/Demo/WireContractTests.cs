using System.Text.Json;
using System.Text.RegularExpressions;
using PersonalizationEngine.Feed.Demo.Wire;

namespace Feed.Tests.Demo;

/// <summary>Holds every event of the month against docs/events.md.</summary>
public sealed partial class WireContractTests(DefaultMonth fixture)
{
    private static readonly string[] Behaviours =
        ["pageview", "custom_event", "performance", "outbound", "button_click", "form_submit", "identify"];

    [Fact]
    public void Behaviour_OfTheMonth_MeetsTheContract() => Assert.All(
        fixture.Sent.Where(sent => sent.Endpoint.Name == "rybbit"),
        sent =>
        {
            Assert.Contains(sent.Type, Behaviours);
            Assert.Equal("1", sent.Text("site_id"));
            Assert.True(sent.Text("pathname") is { Length: > 0 and <= 2048 } path && path[0] == '/');
            Assert.True(sent.Text("session_id")!.Length <= 64 && sent.Text("user_agent")!.Length <= 512);
            if (sent.Type == "custom_event") Assert.InRange(sent.Text("event_name")!.Length, 1, 256);
            Assert.Equal(sent.Type == "identify", sent.Json.TryGetProperty("traits", out _));
            if (sent.Type == "form_submit") AssertForm(Properties(sent));
            if (sent.Type == "outbound") Assert.StartsWith("https://", Properties(sent).GetProperty("url").GetString());
        });

    [Fact]
    public void Customers_OfTheMonth_AreMadeUpAndWellFormed() => Assert.All(
        fixture.Sent.Where(sent => sent.Type == "customer.upserted").Select(sent => sent.Data),
        data =>
        {
            Assert.EndsWith("@example.com", data.GetProperty("email").GetString(), StringComparison.Ordinal);
            Assert.Matches(FictionalPhone(), data.GetProperty("phone").GetString());
            Assert.Matches("^[A-Z]{2}$", data.GetProperty("country").GetString());
            Assert.Contains(data.GetProperty("preferred_channel").GetString(), (string[])["website", "email", "sms", "push"]);
            Assert.Contains('/', data.GetProperty("timezone").GetString()!);
        });

    [Fact]
    public void Addresses_OfTheMonth_AreFromTheDocumentationBlocks() => Assert.All(
        fixture.Sent.Select(sent => sent.Text("ip_address")).OfType<string>(),
        address => Assert.Matches(@"^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$", address));

    [Fact]
    public void Properties_OfTheFirstGeneration_AreJsonInText()
    {
        var kinds = fixture.Sent.Where(sent => sent.Json.TryGetProperty("properties", out _))
            .CountBy(sent => sent.Json.GetProperty("properties").ValueKind).ToDictionary();

        Assert.Equal([JsonValueKind.Object, JsonValueKind.String], kinds.Keys.Order());
        Assert.All(kinds.Values, count => Assert.True(count > 500));
    }

    [Fact]
    public void DemoRequests_InAVisit_AreFormOrEventButNeverBoth()
    {
        var visits = fixture.Sent.Where(sent => sent.Endpoint.Name == "rybbit").GroupBy(sent => sent.Text("session_id"))
            .Select(visit => (
                Forms: visit.Where(sent => sent.Type == "form_submit").Count(IsDemoForm),
                Events: visit.Count(sent => sent.Text("event_name") == "demo_request")))
            .ToList();

        Assert.True(visits.Count(visit => visit.Forms > 0) > visits.Count(visit => visit.Events > 0));
        Assert.True(visits.Count(visit => visit.Events > 0) > 10);
        Assert.DoesNotContain(visits, visit => visit.Forms > 0 && visit.Events > 0);
    }

    private static bool IsDemoForm(SentEvent sent) => Properties(sent).GetProperty("formId").GetString() == "demo-request";

    private static void AssertForm(JsonElement form)
    {
        Assert.All(["formId", "formName", "formAction", "method"], name => Assert.NotEmpty(form.GetProperty(name).GetString()!));
        Assert.True(form.GetProperty("fieldCount").GetInt32() > 0);
    }

    private static JsonElement Properties(SentEvent sent)
    {
        var properties = sent.Json.GetProperty("properties");
        return properties.ValueKind == JsonValueKind.String ? JsonElement.Parse(properties.GetString()!) : properties;
    }

    [GeneratedRegex(@"^\+1 \d{3}-555-01\d\d$")]
    private static partial Regex FictionalPhone();
}
