using System.Net;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Access;

/// <summary>Nobody gets further than their key lets them, at any address there is.</summary>
public sealed class ClosedDoorTests(DashboardEngine engine)
{
    [Fact]
    public async Task Pages_WithoutASession_AllLeadToTheSignIn()
    {
        Assert.NotEmpty(DashboardRoutes.Pages);
        using var nobody = DashboardHttp.Nobody(engine.Address);
        foreach (var path in DashboardRoutes.Pages)
        {
            using var answer = await nobody.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.SeeOther && IsSignIn(answer), $"GET {path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Forms_WithoutASession_AllLeadToTheSignIn()
    {
        using var nobody = DashboardHttp.Nobody(engine.Address);
        foreach (var path in DashboardRoutes.Forms)
        {
            using var answer = await nobody.PostAsync(path, ("name", "nobodys"), ("role", "admin"));
            Assert.True(answer.StatusCode == HttpStatusCode.SeeOther && IsSignIn(answer), $"POST {path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Forms_OfAViewerWithTheRightToken_AreAllRefused()
    {
        Assert.NotEmpty(DashboardRoutes.FormsThatChange);
        using var vera = await DashboardHttp.SignInAsync(engine.Address, DashboardEngine.ViewerKey);
        foreach (var path in DashboardRoutes.FormsThatChange)
        {
            using var answer = await vera.SendFormAsync(path, ("name", "veras"), ("role", "admin"));
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"POST {path}: {answer.StatusCode}");
        }

        await AssertOnlySignedInAsync("vera");
    }

    [Fact]
    public async Task Forms_OfAnEditor_AboutKeysAreRefused()
    {
        using var anna = await DashboardHttp.SignInAsync(engine.Address, DashboardEngine.EditorKey);

        using var answer = await anna.SendFormAsync("/dashboard/operations/keys/add", ("name", "annas-friend"), ("role", "admin"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("annas-friend", await anna.TextAsync("/dashboard/operations/keys"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfAnAdministrator_AllHaveAStrictPolicyAndNoneFails()
    {
        using var admin = await DashboardHttp.SignInAsync(engine.Address);
        foreach (var path in DashboardRoutes.Pages.Append("/dashboard/sign-in"))
        {
            using var answer = await admin.GetAsync(path);
            Assert.True((int)answer.StatusCode < 500, $"GET {path}: {answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-", policy, StringComparison.Ordinal);
            Assert.DoesNotContain('*', policy);
            Assert.Equal(("no-store", "nosniff"), (answer.Headers.CacheControl?.ToString(), answer.Headers.GetValues("X-Content-Type-Options").Single()));
        }
    }

    /// <summary>The master key is there, and still: whoever says to be a viewer changes nothing.</summary>
    [Fact]
    public async Task ChangesOfTheApi_WithAViewersKeyBesideTheMasterKey_AreAllRefused()
    {
        Assert.True(DashboardRoutes.ChangesOfTheApi.Count > 50);
        foreach (var (method, path) in DashboardRoutes.ChangesOfTheApi)
        {
            var answer = await SendAsync(method, path, DashboardEngine.ViewerKey);
            Assert.True(answer is { Status: 403, ContentType: "application/problem+json" }, $"{method} {path}: {answer.Status}");
            Assert.Equal(401, (await SendAsync(method, path, "a key that nobody has")).Status);
        }

        await AssertOnlySignedInAsync("vera");
    }

    [Theory]
    [InlineData("""mutation { removeRule(id: "1") }""")]
    [InlineData("""mutation { __typename }""")]
    public async Task Mutations_WithAViewersKeyBesideTheMasterKey_AreRefused(string mutation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent($$"""{"query":{{System.Text.Json.JsonSerializer.Serialize(mutation)}}}""", System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("accept", "application/graphql-response+json");
        request.Headers.Add("x-functions-key", EngineProcess.MasterKey);
        request.Headers.Add("x-editor-key", DashboardEngine.ViewerKey);

        var answer = await engine.Client.SendAsync(request);

        Assert.True(answer.Status == 403 || answer.Body.Contains("VALIDATION", StringComparison.Ordinal), answer.Body);
        Assert.Contains("viewer", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_WithAViewersKeyBesideTheMasterKey_AreAnswered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/admin/rules");
        request.Headers.Add("x-functions-key", EngineProcess.MasterKey);
        request.Headers.Add("x-editor-key", DashboardEngine.ViewerKey);

        Assert.Equal(200, (await engine.Client.SendAsync(request)).Status);
    }

    private static bool IsSignIn(HttpResponseMessage answer) => answer.Headers.Location?.ToString().StartsWith("/dashboard/sign-in", StringComparison.Ordinal) is true;

    private Task<EngineResponse> SendAsync(string method, string path, string key)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("x-functions-key", EngineProcess.MasterKey);
        request.Headers.Add("x-editor-key", key);
        return engine.Client.SendAsync(request);
    }

    private async Task AssertOnlySignedInAsync(string name)
    {
        var audit = await engine.Client.AdminAsync(HttpMethod.Get, $"audit?by={name}&limit=200");
        Assert.All(audit.Json["items"]!.AsArray(), entry => Assert.Equal("sign_in", (string)entry!["kind"]!));
    }
}
