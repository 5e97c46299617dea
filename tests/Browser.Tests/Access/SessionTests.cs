using System.Net;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Access;

/// <summary>A session is proven by its cookie alone, and by nothing that somebody made up.</summary>
public sealed class SessionTests(DashboardEngine engine)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cookie_OfASession_IsForTheServerAloneAndEndsAfterHalfADay(bool isEncrypted)
    {
        using var http = DashboardHttp.Nobody(engine.Address);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/dashboard/sign-in") { Content = new FormUrlEncodedContent([KeyValuePair.Create("key", DashboardEngine.ViewerKey)]) };
        if (isEncrypted) request.Headers.Add("X-Forwarded-Proto", "https");

        using var answer = await http.SendAsync(request);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        var flags = cookie.Split("; ").Skip(1).Select(flag => flag.ToLowerInvariant()).Where(flag => !flag.StartsWith("expires", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal<string>(["httponly", "max-age=43200", "path=/dashboard", "samesite=strict", .. isEncrypted ? ["secure"] : Array.Empty<string>()], flags);
    }

    [Fact]
    public async Task Sessions_ThatAreForgedOrOver_OpenNothing()
    {
        await using var process = await EngineProcess.StartAsync(null, ("DECISION_KEY", ForgedSession.DecisionKey));
        await process.Client.BecomeReadyAsync();
        var later = DateTimeOffset.UtcNow.AddHours(1);

        Assert.True(await IsInAsync(process, ForgedSession.Of(later)));
        Assert.False(await IsInAsync(process, ForgedSession.Of(DateTimeOffset.UtcNow.AddSeconds(-1))));
        Assert.False(await IsInAsync(process, ForgedSession.Of(later, new byte[32])));
        Assert.False(await IsInAsync(process, ForgedSession.Of(later, algorithm: "none")));
        Assert.False(await IsInAsync(process, ForgedSession.Of(later, role: "Owner")));
        Assert.False(await IsInAsync(process, ForgedSession.Of(later, source: "Setting", mark: "nobodys")));
        Assert.False(await IsInAsync(process, ForgedSession.Of(later, source: "Store", mark: "1")));
        Assert.False(await IsInAsync(process, ForgedSession.Of(later, source: "Entra", mark: "someone")));
        var parts = ForgedSession.Of(later, role: "Viewer").Split('.');
        var other = ForgedSession.Of(later).Split('.');
        Assert.False(await IsInAsync(process, $"{parts[0]}.{other[1]}.{parts[2]}"));
        Assert.False(await IsInAsync(process, "nothing.like.this"));
    }

    [Fact]
    public async Task Session_AtTheApi_IsNoKey()
    {
        using var admin = await DashboardHttp.SignInAsync(engine.Address);
        var cookie = admin.Cookies.GetAllCookies().Single(one => one.Name == "dashboard_session");
        foreach (var path in new[] { "/api/v1/admin/rules", "/api/v1/admin/audit", "/api/v1/admin/key", "/graphql?query=%7B__typename%7D" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Cookie", $"{cookie.Name}={cookie.Value}");
            Assert.Equal(401, (await engine.Client.SendAsync(request)).Status);
        }
    }

    [Theory]
    [InlineData("/dashboard/operations/keys?before=3", "/dashboard/operations/keys?before=3")]
    [InlineData("https://elsewhere.example/dashboard", "/dashboard")]
    [InlineData("//elsewhere.example", "/dashboard")]
    [InlineData("/dashboard.elsewhere.example", "/dashboard")]
    [InlineData("/dashboard/../api/v1/admin/rules", "/dashboard")]
    [InlineData("/dashboard/\\elsewhere.example", "/dashboard")]
    [InlineData("/dashboard/\r\nSet-Cookie: a=b", "/dashboard")]
    [InlineData("javascript:alert(1)", "/dashboard")]
    public async Task SignIn_WithAnAddressToGoTo_LeadsNowhereElse(string to, string expected)
    {
        using var http = DashboardHttp.Nobody(engine.Address);

        using var answer = await http.PostAsync("/dashboard/sign-in", ("key", DashboardEngine.ViewerKey), ("to", to));

        Assert.Equal((HttpStatusCode.SeeOther, expected), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task SignIn_WithAKey_IsInTheAuditWithoutIt()
    {
        using var anna = await DashboardHttp.SignInAsync(engine.Address, DashboardEngine.EditorKey);

        var audit = await engine.Client.AdminAsync(HttpMethod.Get, "audit?by=anna&kind=sign_in&limit=1");

        Assert.Equal("""{"role":"editor","with":"personal_key"}""", audit.Json["items"]![0]!["after"]!.ToJsonString());
        Assert.DoesNotContain(DashboardEngine.EditorKey, audit.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithKeysThatNobodyHas_IsClosedAfterTenUntilTheTimeIsOver()
    {
        await using var process = await EngineProcess.StartAsync(null, ("EDITOR_KEYS", $"anna:{DashboardEngine.EditorKey}"));
        await process.Client.BecomeReadyAsync();
        using var http = DashboardHttp.Nobody(process.Client.Address);
        using (await DashboardHttp.SignInAsync(process.Client.Address, DashboardEngine.EditorKey)) { }
        var statuses = new List<int>();
        for (var number = 0; number < 12; number++)
        {
            using var tried = await http.PostAsync("/dashboard/sign-in", ("key", $"guess-{number}-of-somebody"));
            statuses.Add((int)tried.StatusCode);
        }

        using var right = await http.PostAsync("/dashboard/sign-in", ("key", DashboardEngine.EditorKey));

        Assert.Equal([.. Enumerable.Repeat(403, 10), 429, 429], statuses);
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.InRange(right.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 300);
        Assert.Contains(process.Output, line => line.Contains("with a key that nobody has", StringComparison.Ordinal));
        Assert.DoesNotContain(process.Output, line => line.Contains("of-somebody", StringComparison.Ordinal));
    }

    private static async Task<bool> IsInAsync(EngineProcess process, string session)
    {
        using var http = DashboardHttp.Nobody(process.Client.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dashboard/operations/settings");
        request.Headers.Add("Cookie", $"dashboard_session={session}");
        using var answer = await http.SendAsync(request);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.SeeOther });
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
