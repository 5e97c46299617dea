using System.Net;
using PersonalizationEngine.Browser.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Access;

/// <summary>Another site that makes an administrator's browser send something gets nothing done.</summary>
public sealed class ForgedFormTests(DashboardEngine engine)
{
    [Fact]
    public async Task Forms_WithoutATokenOrWithSomebodyElses_AreAllRefused()
    {
        using var admin = await DashboardHttp.SignInAsync(engine.Address);
        using var other = await DashboardHttp.SignInAsync(engine.Address);
        Assert.NotEqual(admin.Csrf, other.Csrf);
        foreach (var path in DashboardRoutes.Forms)
        {
            await AssertRefusedAsync(path, () => admin.PostAsync(path, ("name", "forged"), ("role", "admin")));
            await AssertRefusedAsync(path, () => admin.PostAsync(path, ("csrf", ""), ("name", "forged"), ("role", "admin")));
            await AssertRefusedAsync(path, () => admin.PostAsync(path, ("csrf", other.Csrf), ("name", "forged"), ("role", "admin")));
        }

        Assert.DoesNotContain("forged", await admin.TextAsync("/dashboard/operations/keys"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Forms_SentFromAnotherSite_AreAllRefused(string header, string value)
    {
        using var admin = await DashboardHttp.SignInAsync(engine.Address);
        foreach (var path in DashboardRoutes.Forms) await AssertRefusedAsync(path, () => SendAsync(admin, path, header, value, ("csrf", admin.Csrf), ("name", "forged"), ("role", "admin")));
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task SignIn_SentFromAnotherSite_IsRefused(string header, string value)
    {
        using var nobody = DashboardHttp.Nobody(engine.Address);

        using var answer = await SendAsync(nobody, "/dashboard/sign-in", header, value, ("key", DashboardEngine.EditorKey));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(nobody.Cookies.GetAllCookies());
    }

    [Fact]
    public async Task Forms_FromOurOwnPages_AreTaken()
    {
        using var admin = await DashboardHttp.SignInAsync(engine.Address);
        using var answer = await SendAsync(admin, "/dashboard/sign-out", "Origin", engine.Address.GetLeftPart(UriPartial.Authority), ("csrf", admin.Csrf));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        using var after = await admin.GetAsync("/dashboard");
        Assert.Equal(HttpStatusCode.SeeOther, after.StatusCode);
    }

    private static async Task AssertRefusedAsync(string path, Func<Task<HttpResponseMessage>> send)
    {
        using var answer = await send();
        Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"POST {path}: {answer.StatusCode}");
    }

    private static async Task<HttpResponseMessage> SendAsync(DashboardHttp http, string path, string header, string value, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add(header, value);
        return await http.SendAsync(request);
    }
}
