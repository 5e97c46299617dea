using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Invocations;

public sealed class TimeOutTests
{
    private const string HostJson = """
        { "functionTimeout": "00:00:00.200", "extensions": { "http": { "routePrefix": "" } } }
        """;

    [Theory]
    [InlineData("heeds")]
    [InlineData("heeds-in-silence")]
    public async Task Get_FunctionTakesTooLong_Is500(string path)
    {
        await using var host = await StartAsync();
        using var response = await host.SendAsync("GET", path);

        var problem = await ProblemAssert.IsAsync(response, HttpStatusCode.InternalServerError);
        Assert.Contains("in time", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.True(host.Log.Tell("Error: Function " + path + " did not end"));
    }

    [Fact]
    public async Task Get_FunctionDoesNotHeedItsToken_IsAnsweredBeforeItEnds()
    {
        await using var host = await StartAsync();
        using var response = await host.SendAsync("GET", "does-not-heed");
        await ProblemAssert.IsAsync(response, HttpStatusCode.InternalServerError);
        Assert.True(response.Headers.ConnectionClose);
        Functions.Gate.SetResult();
    }

    [Fact]
    public async Task Get_FunctionIsInTime_IsAnswered()
    {
        await using var host = await StartAsync();
        Assert.Equal("in time", await host.GetAsync("quick"));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-00:01:00")]
    [InlineData("25.00:00:00")]
    public async Task Start_TimeOutThatIsNone_IsRefused(string timeout) => Assert.Contains(
        $"functionTimeout in host.json is '{timeout}'",
        await RunningHost.RefusalAsync(new HostOptions { Types = [], HostJson = $$"""{ "functionTimeout": "{{timeout}}" }""" }),
        StringComparison.Ordinal);

    private static Task<RunningHost> StartAsync() =>
        RunningHost.StartAsync(new HostOptions { Types = [typeof(Functions)], HostJson = HostJson });

    public static class Functions
    {
        public static TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        [Function("heeds")]
        public static Task Heeds([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, CancellationToken stop) =>
            Task.Delay(Timeout.Infinite, stop);

        [Function("heeds-in-silence")]
        public static async Task<IResult> HeedsInSilence(
            [HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, FunctionContext context)
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return Results.Text("too late");
        }

        [Function("does-not-heed")]
        public static async Task<IResult> DoesNotHeed([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
            await Gate.Task;
            return Results.Text("far too late");
        }

        [Function("quick")]
        public static async Task<IResult> Quick([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
            await Task.Yield();
            return Results.Text("in time");
        }
    }
}
