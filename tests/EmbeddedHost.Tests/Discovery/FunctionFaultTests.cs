using EmbeddedHost.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Http;

namespace EmbeddedHost.Tests.Discovery;

public sealed class FunctionFaultTests
{
    [Theory]
    [InlineData("Two functions are named Twice")]
    [InlineData("function '9lives'")]
    [InlineData("Function Hidden:")]
    [InlineData("Function NoTrigger:")]
    [InlineData("Function AsyncVoid:")]
    [InlineData("Function Generic:")]
    [InlineData("Function TwoBodies:")]
    [InlineData("Function Context: parameter 'context'")]
    [InlineData("Function Services: parameter 'services'")]
    [InlineData("Function Text: parameter 'text'")]
    [InlineData("Function TimerQuery: parameter 'query'")]
    public async Task Start_FaultyFunctions_AreAllNamed(string part) =>
        Assert.Contains(part, await RunningHost.RefusalAsync(typeof(Faulty), typeof(AlsoNamedTwice)), StringComparison.Ordinal);

    [Fact]
    public async Task Start_HttpFunctionsWithoutWebApplication_IsRefused()
    {
        var folder = TestFolder.New();
        var origin = new AppOrigin([], "EmbeddedHost.Tests", [typeof(AlsoNamedTwice)], folder, folder);
        await using var host = new FunctionsApplicationBuilder(origin).BuildHost();

        var stop = TestContext.Current.CancellationToken;
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => host.StartAsync(stop));
        Assert.Contains("ConfigureFunctionsWebApplication()", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_LogLevelInformation_ListsFunctions()
    {
        await using var host = await RunningHost.StartAsync(new HostOptions
        {
            Types = [typeof(AlsoNamedTwice)],
            Settings = new Dictionary<string, string> { ["LOG_LEVEL"] = "Information" },
        });
        Assert.True(host.Log.Tell("twice: any method /twice, level Function"));
    }

    public static class AlsoNamedTwice
    {
        [Function("twice")]
        public static void Again([HttpTrigger] HttpRequest request) => _ = request;
    }

    public static class Faulty
    {
        [Function("Twice")]
        public static void Twice([HttpTrigger] HttpRequest request) => _ = request;

        [Function("9lives")]
        public static void BadName([HttpTrigger] HttpRequest request) => _ = request;

        [Function("NoTrigger")]
        public static void NoTrigger(HttpRequest request) => _ = request;

        [Function("AsyncVoid")]
        public static async void AsyncVoid([HttpTrigger] HttpRequest request) => await Task.Yield();

        [Function("Generic")]
        public static void Generic<T>([HttpTrigger] HttpRequest request) => _ = typeof(T);

        [Function("TwoBodies")]
        public static void TwoBodies([HttpTrigger] HttpRequest request, [FromBody] string one, [FromBody] string two) =>
            _ = one + two;

        [Function("Context")]
        public static void Context([HttpTrigger] HttpRequest request, HttpContext context) => _ = context;

        [Function("Services")]
        public static void Services([HttpTrigger] HttpRequest request, IServiceProvider services) => _ = services;

        [Function("Text")]
        public static void Text([HttpTrigger] string text) => _ = text;

        [Function("TimerQuery")]
        public static void TimerQuery([TimerTrigger("0 0 * * * *")] TimerInfo timer, string query) => _ = query;

        [Function("Hidden")]
        internal static void Hidden([HttpTrigger] HttpRequest request) => _ = request;
    }
}
