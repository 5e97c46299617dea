using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Binding;

public sealed class TextBindingTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RunningHost.StartAsync(typeof(Functions));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("mixed/7?word=seven", "7 seven 10 -")]
    [InlineData("mixed/7?word=seven&count=3&day=friday", "7 seven 3 Friday")]
    [InlineData("mixed/7?WORD=a&word=b&count=3", "7 a 3 -")]
    [InlineData("mixed/7", "7  10 -")]
    [InlineData("kinds?at=2026-11-22T10:00:00%2B01:00&share=0.25&on=true", "2026-11-22T09:00:00.0000000Z 0.25 True")]
    [InlineData("path-before-query/route?name=query", "route")]
    public async Task Get_RouteAndQueryValues_AreConvertedByName(string path, string answer) =>
        Assert.Equal(answer, await _host.GetAsync(path));

    [Theory]
    [InlineData("mixed/seven", "Parameter 'id' is not a Int32.")]
    [InlineData("mixed/7?count=many", "Parameter 'count' is not a Int32.")]
    [InlineData("mixed/7?day=someday", "Parameter 'day' is not a DayOfWeek.")]
    [InlineData("kinds?share=0.25&on=true", "Parameter 'at' is missing.")]
    public async Task Get_ValueThatCannotBeConverted_Is500WithTheReasonInTheLog(string path, string reason)
    {
        using var response = await _host.SendAsync("GET", path);

        var problem = await ProblemAssert.IsAsync(response, HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("Parameter", problem.GetRawText(), StringComparison.Ordinal);
        Assert.True(_host.Log.Tell(reason));
    }

    public static class Functions
    {
        [Function("Mixed")]
        public static IResult Mixed(
            [HttpTrigger(AuthorizationLevel.Anonymous, Route = "mixed/{id}")] HttpRequest request,
            int id, string? word, DayOfWeek? day, int count = 10) =>
            Results.Text($"{id} {word} {count} {day?.ToString() ?? "-"}");

        [Function("Kinds")]
        public static IResult Kinds(
            [HttpTrigger(AuthorizationLevel.Anonymous, Route = "kinds")] HttpRequest request,
            DateTimeOffset at, decimal share, bool on) =>
            Results.Text(string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:O} {share} {on}"));

        [Function("PathBeforeQuery")]
        public static IResult PathBeforeQuery(
            [HttpTrigger(AuthorizationLevel.Anonymous, Route = "path-before-query/{name}")] HttpRequest request, string name) =>
            Results.Text(name);
    }
}
