using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.Endpoints;

/// <summary>As the settings are delivered, no customer makes the engine knock at its own network.</summary>
public sealed class PrivateEndpointTests(SharedEngine engine)
{
    [Theory]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("https://localhost/x")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://10.0.0.1")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://[64:ff9b::7f00:1]/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0/")]
    [InlineData("http://hooks.example.com/")]
    public async Task Endpoint_InAPrivateNetworkOrWithoutTls_IsRefused(string url) =>
        (await engine.Client.AdminAsync(HttpMethod.Post, "webhook-endpoints", new JsonObject { ["url"] = url }.ToJsonString())).AssertProblem(400, "url");
}
