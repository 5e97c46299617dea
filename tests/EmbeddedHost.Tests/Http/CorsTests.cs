using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Http;

public sealed class CorsTests
{
    private const string Origin = "https://shop.example";

    [Theory]
    [InlineData("*", "*")]
    [InlineData("https://other.example, https://shop.example", Origin)]
    [InlineData("https://other.example", null)]
    [InlineData(null, null)]
    public async Task Get_FromAnotherSite_IsAllowedWhereLocalSettingsSaySo(string? allowed, string? header)
    {
        await using var host = await StartAsync(allowed);
        using var request = new HttpRequestMessage(HttpMethod.Get, "open") { Headers = { { "Origin", Origin } } };
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(header, Header(response, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Options_PreflightFromAnAllowedSite_IsAnsweredByTheHost()
    {
        await using var host = await StartAsync(Origin);
        using var request = new HttpRequestMessage(HttpMethod.Options, "open")
        {
            Headers = { { "Origin", Origin }, { "Access-Control-Request-Method", "GET" } },
        };
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal("true", Header(response, "Access-Control-Allow-Credentials"));
    }

    private static async Task<RunningHost> StartAsync(string? allowed)
    {
        var options = new HostOptions { Types = [typeof(Functions)] };
        if (allowed is not null)
        {
            await File.WriteAllTextAsync(
                Path.Combine(options.Folder, "local.settings.json"),
                $$"""{ "Host": { "CORS": "{{allowed}}", "CORSCredentials": true } }""",
                TestContext.Current.CancellationToken);
        }

        return await RunningHost.StartAsync(options);
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    public static class Functions
    {
        [Function("open")]
        public static void Open([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => _ = request;
    }
}
