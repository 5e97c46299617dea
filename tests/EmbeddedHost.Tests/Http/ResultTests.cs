using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Http;

public sealed class ResultTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RunningHost.StartAsync(typeof(Functions));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("result", HttpStatusCode.Accepted, "\"plain\"")]
    [InlineData("task-of-result", HttpStatusCode.OK, "task")]
    [InlineData("value-task-of-result", HttpStatusCode.OK, "value task")]
    [InlineData("action-result", HttpStatusCode.Created, "{\"id\":7}")]
    [InlineData("task-of-action-result", HttpStatusCode.NotFound, "")]
    [InlineData("object-that-is-result", HttpStatusCode.OK, "object")]
    [InlineData("nothing", HttpStatusCode.OK, "")]
    [InlineData("task", HttpStatusCode.OK, "")]
    [InlineData("value-task", HttpStatusCode.OK, "")]
    [InlineData("string", HttpStatusCode.OK, "")]
    [InlineData("number", HttpStatusCode.OK, "")]
    [InlineData("null", HttpStatusCode.OK, "")]
    [InlineData("written", HttpStatusCode.Gone, "by hand")]
    [InlineData("streamed", HttpStatusCode.OK, "part, part")]
    public async Task Get_EveryKindOfReturnedValue_AnswersAsOnAzure(string path, HttpStatusCode status, string body)
    {
        using var response = await _host.SendAsync("GET", path);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.False(response.Headers.Contains("Server"));
    }

    public static class Functions
    {
        [Function("result")]
        public static IResult Result([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            Results.Accepted(value: "plain");

        [Function("task-of-result")]
        public static Task<IResult> TaskOfResult([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            Task.FromResult(Results.Text("task"));

        [Function("value-task-of-result")]
        public static async ValueTask<IResult> ValueTaskOfResult([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
            await Task.Yield();
            return Results.Text("value task");
        }

        [Function("action-result")]
        public static IActionResult ActionResult([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            new ObjectResult(new { id = 7 }) { StatusCode = StatusCodes.Status201Created };

        [Function("task-of-action-result")]
        public static Task<NotFoundResult> TaskOfActionResult([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            Task.FromResult(new NotFoundResult());

        [Function("object-that-is-result")]
        public static object ObjectThatIsResult([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            Results.Text("object");

        [Function("nothing")]
        public static void Nothing([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => _ = request;

        [Function("task")]
        public static async Task Task_([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => await Task.Yield();

        [Function("value-task")]
        public static ValueTask ValueTask_([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => default;

        [Function("string")]
        public static string String_([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => request.Method;

        [Function("number")]
        public static ValueTask<int> Number([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => new(7);

        [Function("null")]
        public static Task<IResult?> Null([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            Task.FromResult<IResult?>(null);

        [Function("written")]
        public static Task Written([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
            request.HttpContext.Response.StatusCode = StatusCodes.Status410Gone;
            return request.HttpContext.Response.WriteAsync("by hand");
        }

        [Function("streamed")]
        public static IResult Streamed([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            Results.Stream(async stream =>
            {
                await stream.WriteAsync("part, "u8.ToArray());
                await stream.FlushAsync();
                await stream.WriteAsync("part"u8.ToArray());
            });
    }
}
