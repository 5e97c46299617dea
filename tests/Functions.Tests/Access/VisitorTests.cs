using System.Net;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.Access;

public sealed class VisitorTests(BrowserEngine engine) : IClassFixture<BrowserEngine>
{
    [Fact]
    public async Task Visitor_Renewed_KeepsTheirId()
    {
        var (visitor, token) = await WelcomeAsync();
        var (again, _) = await WelcomeAsync(token);
        var (other, _) = await WelcomeAsync();
        Assert.Equal(visitor, again);
        Assert.NotEqual(visitor, other);
    }

    [Fact]
    public async Task Visitor_WithAPersonsToken_IsRefused()
    {
        using var answer = await engine.PostAsync("visitor", "", OwnToken.Of("visitor-anna"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Login_OfAVisitor_MakesTheirHistoryThePersons()
    {
        var (visitor, token) = await WelcomeAsync();
        using var seen = await engine.GetAsync("personalize?slots=hero", token);
        var decision = (string)JsonNode.Parse(await seen.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["decision_id"]!;
        var user = $"login-{Guid.CreateVersion7():N}";
        var own = OwnToken.Of(user);

        using var login = await engine.PostAsync("login", $$"""{"visitor_token":"{{token}}"}""", own);
        Assert.Equal(HttpStatusCode.NoContent, login.StatusCode);

        using var asVisitor = await engine.GetAsync("personalize", token);
        var person = JsonNode.Parse(await asVisitor.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.True((bool)person["identified"]!);
        using var reported = await engine.PostAsync("events", Click(decision), own);
        Assert.Equal(HttpStatusCode.OK, reported.StatusCode);
        var score = await engine.Client.PostAsync($"/api/v1/lead-score/{visitor}");
        Assert.Equal(0m, (decimal)score.Json["score"]!);
    }

    [Theory]
    [InlineData("""{}""", "visitor_token")]
    [InlineData("""{"visitor_token":"rubbish"}""", "visitor_token")]
    [InlineData("""{"visitor_token":7}""", "visitor_token")]
    public async Task Login_BadInput_NamesTheField(string body, string field)
    {
        using var answer = await engine.PostAsync("login", body, OwnToken.Of("login-bert"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(field, (string)problem["errors"]![0]!["field"]!);
    }

    [Fact]
    public async Task Login_OfAPersonAsAnother_IsRefused()
    {
        using var answer = await engine.PostAsync("login", $$"""{"visitor_token":"{{OwnToken.Of("login-carla")}}"}""", OwnToken.Of("login-dora"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Events_OfAnotherPersonsDecision_AreRefusedAndNotKept()
    {
        var (_, token) = await WelcomeAsync();
        using var seen = await engine.GetAsync("personalize?slots=hero", token);
        var decision = (string)JsonNode.Parse(await seen.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["decision_id"]!;

        using var answer = await engine.PostAsync("events", Click(decision), OwnToken.Of("events-emil"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("another person", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var kept = await engine.Client.AdminAsync(HttpMethod.Get, "refused-events");
        Assert.DoesNotContain(decision, kept.Body, StringComparison.Ordinal);
    }

    private static string Click(string decision) => $$"""{"type":"click","decision_id":"{{decision}}","slot":"hero"}""";

    private async Task<(string UserId, string Token)> WelcomeAsync(string? token = null)
    {
        using var answer = await engine.PostAsync("visitor", "", token);
        var read = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return ((string)read["user_id"]!, (string)read["token"]!);
    }
}
