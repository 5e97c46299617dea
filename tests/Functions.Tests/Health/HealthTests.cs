using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Health;

public sealed class HealthTests(SharedEngine engine)
{
    [Fact]
    public async Task Live_AsksNothingAndAnswers()
    {
        var answer = await engine.Client.SendAsync(HttpMethod.Get, "/api/v1/health/live", null, null);

        Assert.Equal(200, answer.Status);
        answer.Json.AssertShape("status:string");
        Assert.Equal("alive", (string?)answer.Json["status"]);
    }

    [Fact]
    public async Task Ready_NamesEveryDependencyWithItsState()
    {
        var answer = (await engine.Client.GetAsync("/api/v1/health/ready")).AssertOk().Json;

        answer.AssertShape("status:string", "dependencies:object");
        Assert.Equal("ready", (string?)answer["status"]);
        answer["dependencies"].AssertShape("store:object", "recommender:object", "webhook_endpoints:object");
        Assert.All(answer["dependencies"]!.AsObject(), dependency =>
        {
            dependency.Value.AssertShape("status:string", "vital:boolean", "milliseconds:number", "detail:string?", "breaker:string?");
            Assert.Equal("healthy", (string?)dependency.Value!["status"]);
        });
        Assert.True((bool)answer["dependencies"]!["store"]!["vital"]!);
    }

    [Fact]
    public async Task Ready_TellsNothingOfFilesOrKeys()
    {
        var answer = await engine.Client.GetAsync("/api/v1/health/ready");

        Assert.DoesNotContain(engine.Process.DataDirectory, answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("engine.db", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "live")]
    [InlineData("DELETE", "ready")]
    [InlineData("GET", "")]
    [InlineData("GET", "other")]
    public async Task Health_OtherwiseAskedFor_IsNotFound(string method, string path) =>
        (await engine.Client.SendAsync(new HttpMethod(method), $"/api/v1/health/{path}", null, EngineProcess.MasterKey)).AssertProblem(404);
}
