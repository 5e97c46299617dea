using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Http;

public sealed class FailureTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RunningHost.StartAsync(typeof(Functions));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("throws")]
    [InlineData("throws-later")]
    [InlineData("throws-in-result")]
    public async Task Get_FunctionThrows_Is500WithTheReasonOnlyInTheLog(string path)
    {
        using var response = await _host.SendAsync("GET", path);

        var problem = await ProblemAssert.IsAsync(response, HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("x-half-done"));
        var line = Assert.Single(_host.Log.All, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Contains("the secret reason", line, StringComparison.Ordinal);
        Assert.Contains(problem.GetProperty("traceId").GetString()!, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FunctionThrowsAfterItBeganToAnswer_CutsTheConnection() =>
        await Assert.ThrowsAsync<HttpRequestException>(() => _host.GetAsync("throws-while-writing"));

    public static class Functions
    {
        [Function("throws")]
        public static IResult Throws([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
            request.HttpContext.Response.Headers["x-half-done"] = "1";
            throw new InvalidOperationException("the secret reason");
        }

        [Function("throws-later")]
        public static async Task<IResult> ThrowsLater([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
            await Task.Yield();
            throw new InvalidOperationException("the secret reason");
        }

        [Function("throws-in-result")]
        public static IResult ThrowsInResult([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            Results.Stream(_ => throw new InvalidOperationException("the secret reason"));

        [Function("throws-while-writing")]
        public static async Task ThrowsWhileWriting([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
            await request.HttpContext.Response.WriteAsync("begun");
            await request.HttpContext.Response.Body.FlushAsync();
            throw new InvalidOperationException("the secret reason");
        }
    }
}
