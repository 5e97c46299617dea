using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedHost.Tests.Binding;

public sealed class BodyBindingTests
{
    [Fact]
    public async Task Post_JsonBody_IsReadAsTheParametersType()
    {
        await using var host = await RunningHost.StartAsync(typeof(Functions));
        Assert.Equal("Ada, 36", await host.TextAsync("POST", "person", Json("""{ "Name": "Ada", "age": 36 }""")));
    }

    [Fact]
    public async Task Post_JsonOptionsOfTheApp_AreUsed()
    {
        await using var host = await RunningHost.StartAsync(new HostOptions
        {
            Types = [typeof(Functions)],
            Configure = builder => builder.Services.Configure<JsonOptions>(
                json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.KebabCaseUpper),
        });
        Assert.Equal("Ada, 36", await host.TextAsync("POST", "person", Json("""{ "NAME": "Ada", "AGE": 36 }""")));
        Assert.Contains("\"NICK-NAME\"", await host.GetAsync("written"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"name\": ")]
    [InlineData("[1, 2]")]
    [InlineData("{ \"age\": \"old\" }")]
    public async Task Post_BodyThatIsNotThatType_Is500(string body)
    {
        await using var host = await RunningHost.StartAsync(typeof(Functions));
        using var response = await host.SendAsync("POST", "person", Json(body));
        await ProblemAssert.IsAsync(response, HttpStatusCode.InternalServerError);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    public sealed record Person(string Name, int Age);

    public static class Functions
    {
        [Function("Person")]
        public static IResult Person(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "person")] HttpRequest request,
            [FromBody] Person person) =>
            Results.Text($"{person.Name}, {person.Age}");

        [Function("written")]
        public static IResult Written([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            Results.Json(new { NickName = "A" });
    }
}
