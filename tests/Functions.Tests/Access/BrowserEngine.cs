using System.Net.Http.Headers;
using System.Text;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Access;

/// <summary>An engine with two sites, and a browser on a page of one of them.</summary>
public sealed class BrowserEngine : IAsyncLifetime
{
    public const string Site = "site_of_the_tests", OtherSite = "site_of_others";
    public const string Origin = "https://shop.example.com", Secret = "a-secret-that-signs-tokens-of-the-tests";

    private EngineProcess? _process;

    public EngineClient Client => _process!.Client;

    public async ValueTask InitializeAsync()
    {
        _process = await EngineProcess.StartAsync(
            null,
            ("PERSON_TOKEN_SECRETS", $"{Secret} {Secret}-of-old"),
            ("access__sites__0__key", Site),
            ("access__sites__0__origins__0", Origin),
            ("access__sites__0__origins__1", "https://*.shops.example.com"),
            ("access__sites__1__key", OtherSite),
            ("access__sites__1__origins__0", "https://others.example.com"),
            ("access__requests_per_minute", "100000"));
        await Client.BecomeReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? token = null, string? origin = Origin, string site = Site) =>
        SendAsync(HttpMethod.Get, path, token, origin, null, site);

    public Task<HttpResponseMessage> PostAsync(string path, string json, string? token = null, string? origin = Origin, string site = Site) =>
        SendAsync(HttpMethod.Post, path, token, origin, json, site);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? token, string? origin, string? json, string site, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient { BaseAddress = Client.Address };
        using var request = new HttpRequestMessage(method, $"/site/v1/{site}/{path}");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (origin is not null) request.Headers.Add("Origin", origin);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A token as the engine makes it for the customer's server.</summary>
    public async Task<string> MintAsync(string userId)
    {
        var minted = await Client.PostAsync("/api/v1/person-tokens", $$"""{"user_id":"{{userId}}"}""");
        Assert.Equal(200, minted.Status);
        return (string)minted.Json["token"]!;
    }
}
