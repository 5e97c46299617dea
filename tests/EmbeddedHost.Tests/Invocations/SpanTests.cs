using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Invocations;

public sealed class SpanTests : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly ActivityListener _listener;

    public SpanTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.Azure.Functions.Worker",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Get_CallerSendsTraceparent_SpanContinuesItsTrace()
    {
        await using var host = await RunningHost.StartAsync(typeof(Functions));
        using var request = new HttpRequestMessage(HttpMethod.Get, "span-ok")
        {
            Headers = { { "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" } },
        };
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var span = await SpanAsync("span-ok");
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", span.TraceId.ToHexString());
        Assert.Equal("b7ad6b7169203331", span.ParentSpanId.ToHexString());
        Assert.Equal("span-ok", span.GetTagItem("faas.name"));
        Assert.Equal("http", span.GetTagItem("faas.trigger"));
        var id = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(id, span.GetTagItem("faas.invocation_id"));
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
    }

    [Theory]
    [InlineData("span-throws")]
    [InlineData("span-unavailable")]
    public async Task Get_FunctionFails_SpanIsAnError(string path)
    {
        await using var host = await RunningHost.StartAsync(typeof(Functions));
        using var response = await host.SendAsync("GET", path);
        Assert.Equal(ActivityStatusCode.Error, (await SpanAsync(path)).Status);
    }

    private async Task<Activity> SpanAsync(string name)
    {
        await Eventually.TrueAsync(() => _spans.Any(span => span.OperationName == name));
        return _spans.Single(span => span.OperationName == name);
    }

    public static class Functions
    {
        [Function("span-ok")]
        public static IResult Ok([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, FunctionContext context) =>
            Results.Text(context.InvocationId);

        [Function("span-throws")]
        public static void Throws([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            throw new InvalidOperationException(request.Path);

        [Function("span-unavailable")]
        public static IResult Unavailable([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            Results.StatusCode(503);
    }
}
