using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmbeddedHost.Tests.Keys;

public sealed class KeyTests : IAsyncLifetime
{
    private const string OwnKey = "the-own-key";
    private readonly CallCount _calls = new();
    private RunningHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new HostOptions
        {
            Types = [typeof(Functions)],
            Configure = builder =>
            {
                builder.Services.AddSingleton(_calls);
                builder.UseMiddleware((_, next) =>
                {
                    _calls.Middleware++;
                    return next();
                });
            },
        };
        var data = Directory.CreateDirectory(Path.Combine(options.Folder, "data"));
        await File.WriteAllTextAsync(
            Path.Combine(data.FullName, "keys.json"), $$"""{ "functions": { "FUNCTION": "{{OwnKey}}" } }""");
        _host = await RunningHost.StartAsync(options);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("anonymous", null, true)]
    [InlineData("anonymous", "wrong", true)]
    [InlineData("function", null, false)]
    [InlineData("function", "wrong", false)]
    [InlineData("function", "", false)]
    [InlineData("function", RunningHost.DefaultKey, true)]
    [InlineData("function", RunningHost.DefaultKey + "x", false)]
    [InlineData("function", OwnKey, true)]
    [InlineData("function", RunningHost.MasterKey, true)]
    [InlineData("other", OwnKey, false)]
    [InlineData("other", RunningHost.DefaultKey, true)]
    [InlineData("admin", RunningHost.DefaultKey, false)]
    [InlineData("admin", RunningHost.MasterKey, true)]
    [InlineData("system", RunningHost.DefaultKey, false)]
    [InlineData("system", RunningHost.MasterKey, true)]
    [InlineData("user", RunningHost.DefaultKey, false)]
    [InlineData("user", RunningHost.MasterKey, true)]
    public async Task Get_KeyInHeaderOrQuery_OpensWhatItsLevelAllows(string path, string? key, bool opens)
    {
        var expected = opens ? HttpStatusCode.OK : HttpStatusCode.Unauthorized;
        Assert.Equal(expected, await StatusAsync(path, header: key, code: null));
        Assert.Equal(expected, await StatusAsync(path, header: null, code: key));
    }

    [Fact]
    public async Task Get_BadHeaderAndGoodCode_Is401() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("function", "wrong", RunningHost.DefaultKey));

    [Fact]
    public async Task Get_GoodHeaderAndBadCode_Is200() =>
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("function", RunningHost.DefaultKey, "wrong"));

    [Fact]
    public async Task Get_WithoutKey_AnswersBeforeAnythingOfTheAppRuns()
    {
        using var response = await _host.SendAsync("GET", "function");
        await ProblemAssert.IsAsync(response, HttpStatusCode.Unauthorized);
        Assert.Equal(0, _calls.Middleware + _calls.Function);
    }

    private async Task<HttpStatusCode> StatusAsync(string path, string? header, string? code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, code is null ? path : $"{path}?code={code}");
        if (header is not null) request.Headers.TryAddWithoutValidation("x-functions-key", header);
        using var response = await _host.Client.SendAsync(request);
        return response.StatusCode;
    }

    public sealed class CallCount
    {
        public int Middleware { get; set; }

        public int Function { get; set; }
    }

    public sealed class Functions(CallCount calls)
    {
        [Function("anonymous")]
        public void Anonymous([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => calls.Function++;

        [Function("function")]
        public void ByDefault([HttpTrigger] HttpRequest request) => calls.Function++;

        [Function("other")]
        public void Other([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => calls.Function++;

        [Function("admin")]
        public void Admin([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "{x:regex(^admin$)}")] HttpRequest request) =>
            calls.Function++;

        [Function("system")]
        public void System([HttpTrigger(AuthorizationLevel.System)] HttpRequest request) => calls.Function++;

        [Function("user")]
        public void User([HttpTrigger(AuthorizationLevel.User)] HttpRequest request) => calls.Function++;
    }
}
