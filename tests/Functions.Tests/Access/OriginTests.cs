using System.Net;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Access;

public sealed class OriginTests(BrowserEngine engine) : IClassFixture<BrowserEngine>
{
    [Theory]
    [InlineData(BrowserEngine.Origin)]
    [InlineData("https://berlin.shops.example.com")]
    [InlineData("https://one.berlin.shops.example.com")]
    public async Task AnyQuestion_FromAnOriginOfTheSite_IsAllowed(string origin)
    {
        using var answer = await engine.GetAsync("popular", origin: origin);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(origin, Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("Origin", answer.Headers.Vary);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("https://others.example.com")]
    [InlineData("https://shops.example.com")]
    [InlineData("http://shop.example.com")]
    [InlineData("https://shop.example.com:8443")]
    [InlineData("https://shop.example.com.evil.example")]
    [InlineData("https://evil.example/x.shops.example.com")]
    [InlineData("https://evil-shops.example.com")]
    [InlineData("null")]
    public async Task AnyQuestion_FromAnotherOrigin_IsRefused(string origin)
    {
        using var answer = await engine.GetAsync("popular", origin: origin);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task AnyQuestion_OfAnUnknownSite_IsRefused()
    {
        using var answer = await engine.GetAsync("popular", site: "site_nobody_knows");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Preflight_OfAnAllowedOrigin_TellsWhatMayBeSent()
    {
        using var answer = await engine.SendAsync(HttpMethod.Options, "personalize", null, BrowserEngine.Origin, null, BrowserEngine.Site);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Contains("authorization", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
        Assert.Contains("POST", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preflight_OfAnotherOrigin_IsRefused()
    {
        using var answer = await engine.SendAsync(HttpMethod.Options, "personalize", null, "https://evil.example", null, BrowserEngine.Site);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("access__sites__0__key", "short")]
    [InlineData("access__sites__0__key", "with spaces in it")]
    [InlineData("access__sites__0__origins__0", "http://shop.example.com")]
    [InlineData("access__sites__0__origins__0", "https://shop.example.com/path")]
    [InlineData("access__sites__0__origins__0", "*")]
    [InlineData("access__requests_per_minute", "0")]
    [InlineData("PERSON_TOKEN_SECRETS", "too-short")]
    public async Task Start_WithAWrongSetting_IsRefused(string name, string value)
    {
        (string, string)[] settings =
        [
            .. new[] { ("access__sites__0__key", BrowserEngine.Site), ("access__sites__0__origins__0", BrowserEngine.Origin) }
                .Where(setting => setting.Item1 != name),
            (name, value),
        ];
        var (code, output) = await EngineProcess.RunToEndAsync(settings);
        Assert.Equal(1, code);
        Assert.Contains(name.Replace("__", ".", StringComparison.Ordinal).Replace(".0.origins.0", ".0.origins", StringComparison.Ordinal), output, StringComparison.Ordinal);
    }
}
