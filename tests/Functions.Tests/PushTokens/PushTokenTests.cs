using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.PushTokens;

public sealed class PushTokenTests(SharedEngine engine)
{
    private EngineClient Client => engine.Client;

    [Fact]
    public async Task Token_RegisteredAgainAndRemoved_IsThePersonsUntilThen()
    {
        var (person, token) = (Sent.NewId(), $"{Sent.NewId("token")}:APA91b/x");
        var path = $"/api/v1/people/{person}/push-tokens/{Uri.EscapeDataString(token)}";

        Assert.Equal(204, (await PutAsync(path, """{"platform":"android"}""")).Status);
        Assert.Equal(204, (await PutAsync(path, """{"platform":"web"}""")).Status);
        var export = (await Client.AdminAsync(HttpMethod.Get, $"people/{person}/export")).AssertOk();
        Assert.Contains(token, export.Body, StringComparison.Ordinal);

        Assert.Equal(204, (await DeleteAsync(path)).Status);
        Assert.Equal(404, (await DeleteAsync(path)).Status);
    }

    [Theory]
    [InlineData("{}", "platform")]
    [InlineData("""{"platform":"windows"}""", "platform")]
    [InlineData("""{"platform":"web","x":1}""", "x")]
    public async Task Token_OfNoPlatform_IsRefusedByItsField(string document, string field) =>
        (await PutAsync($"/api/v1/people/{Sent.NewId()}/push-tokens/t", document)).AssertProblem(400, field);

    private Task<EngineResponse> PutAsync(string path, string json) => Client.SendAsync(HttpMethod.Put, path, json, EngineProcess.FunctionKey);

    private Task<EngineResponse> DeleteAsync(string path) => Client.SendAsync(HttpMethod.Delete, path, null, EngineProcess.FunctionKey);
}
