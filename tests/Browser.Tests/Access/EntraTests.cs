using System.Net;
using System.Text;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Access;

/// <summary>What App Service tells of an account is believed where it is asked for and App Service stands there, and nowhere else.</summary>
public sealed class EntraTests(DashboardEngine engine)
{
    private const string Roles = "roles";

    [Fact]
    public async Task Header_WithoutTheSetting_IsNobody() => Assert.Equal(HttpStatusCode.SeeOther, await AskAsync(engine.Address, Account("admin")));

    [Fact]
    public async Task Header_WithTheSettingButWithoutAppService_IsNobody()
    {
        await using var process = await EngineProcess.StartAsync(null, ("dashboard__entra", "true"));
        await process.Client.BecomeReadyAsync();
        Assert.Equal(HttpStatusCode.SeeOther, await AskAsync(process.Client.Address, Account("admin")));
    }

    [Fact]
    public async Task Header_WithTheSetting_IsAnAccountWithItsRoles()
    {
        await using var process = await EngineProcess.StartAsync(null, ("dashboard__entra", "true"), ("WEBSITE_AUTH_ENABLED", "True"));
        await process.Client.BecomeReadyAsync();
        var address = process.Client.Address;

        Assert.Equal(HttpStatusCode.OK, await AskAsync(address, Account("admin")));
        Assert.Equal(HttpStatusCode.SeeOther, await AskAsync(address, Account("owner")));
        Assert.Equal(HttpStatusCode.SeeOther, await AskAsync(address, Account("Admin")));
        Assert.Equal(HttpStatusCode.SeeOther, await AskAsync(address, Principal("github", ("oid", "1"), (Roles, "admin"))));
        Assert.Equal(HttpStatusCode.SeeOther, await AskAsync(address, Principal("aad", (Roles, "admin"))));
        Assert.Equal(HttpStatusCode.SeeOther, await AskAsync(address, Principal("aad", ("oid", "1"), ("oid", "2"), (Roles, "admin"))));
        foreach (var broken in new[] { "%%%", "e30=", "W10=", "MQ==", Convert.ToBase64String("""{"auth_typ":1,"claims":[]}"""u8), Convert.ToBase64String("""{"auth_typ":"aad","claims":{"roles":"admin"}}"""u8) })
            Assert.Equal(HttpStatusCode.SeeOther, await AskAsync(address, broken));

        await AssertSessionFollowsTheAccountAsync(address);
        var audit = await process.Client.AdminAsync(HttpMethod.Get, "audit?by=anna%40contoso.example&limit=5");
        Assert.Contains("\"with\":\"entra\"", audit.Body.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>A session of an account is none without it, nor with another's; and it can do what the account may now.</summary>
    private static async Task AssertSessionFollowsTheAccountAsync(Uri address)
    {
        using var http = DashboardHttp.Nobody(address);
        using var first = await SendAsync(http, HttpMethod.Get, "/dashboard/operations/keys", Account("admin"));
        var csrf = (await first.Content.ReadAsStringAsync()).Split("name=\"csrf\" value=\"")[1].Split('"')[0];

        using (var without = await http.GetAsync("/dashboard/operations/keys")) Assert.Equal(HttpStatusCode.SeeOther, without.StatusCode);
        using (var demoted = await SendAsync(http, HttpMethod.Post, "/dashboard/operations/keys/add", Account("viewer"), csrf)) Assert.Equal(HttpStatusCode.Forbidden, demoted.StatusCode);
        using (var other = await SendAsync(http, HttpMethod.Post, "/dashboard/operations/keys/add", Account("admin", "ben"), csrf)) Assert.Equal(HttpStatusCode.SeeOther, other.StatusCode);
        using var made = await SendAsync(http, HttpMethod.Post, "/dashboard/operations/keys/add", Account("admin"), csrf);
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
    }

    private static string Account(string role, string name = "anna") =>
        Principal("aad", ("oid", $"id-of-{name}"), ("preferred_username", $"{name}@contoso.example"), (Roles, role));

    private static string Principal(string provider, params (string Type, string Value)[] claims) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $$"""{"auth_typ":"{{provider}}","claims":[{{string.Join(',', claims.Select(claim => $$"""{"typ":"{{claim.Type}}","val":"{{claim.Value}}"}"""))}}],"name_typ":"name","role_typ":"roles"}"""));

    private static async Task<HttpStatusCode> AskAsync(Uri address, string principal)
    {
        using var http = DashboardHttp.Nobody(address);
        using var answer = await SendAsync(http, HttpMethod.Get, "/dashboard/operations/keys", principal);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(DashboardHttp http, HttpMethod method, string path, string principal, string? csrf = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("x-ms-client-principal", principal);
        if (csrf is not null)
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("csrf", csrf), KeyValuePair.Create("name", "carla"), KeyValuePair.Create("role", "viewer")]);
        return await http.SendAsync(request);
    }
}
