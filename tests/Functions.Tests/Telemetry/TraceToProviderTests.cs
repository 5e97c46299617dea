using System.Text.RegularExpressions;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers.Hooks;

namespace PersonalizationEngine.Functions.Tests.Telemetry;

/// <summary>Systems outside are told which trace a request belongs to, so that theirs goes on where ours ends.</summary>
public sealed partial class TraceToProviderTests
{
    private const string Caller = "b7ad6b7169203331";

    [Fact]
    public async Task Gorse_AskedForADecision_IsToldTheTraceOfTheCaller()
    {
        await using var gorse = await HookReceiver.StartAsync(
            hook => new HookAnswer(200, hook.Path.Contains("health", StringComparison.Ordinal) ? """{"Ready":true,"DataStoreConnected":true,"CacheStoreConnected":true}""" : "[]"));
        using var receiver = new OtlpReceiver();
        await using var engine = await EngineProcess.StartAsync(null, [.. receiver.Settings, ("GORSE_URL", gorse.Url.ToString()), ("GORSE_API_KEY", "key")]);
        await engine.Client.BecomeReadyAsync();
        var (user, trace) = (Sent.NewId(), $"{Guid.CreateVersion7():N}");
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(user, "/pricing"));
        // A busy machine may use up the time a decision has before it comes to asking Gorse.
        var isTold = false;
        for (var tried = 0; tried < 20 && !isTold; tried++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/personalize/{user}");
            request.Headers.Add("x-functions-key", EngineProcess.FunctionKey);
            request.Headers.Add("traceparent", $"00-{trace}-{Caller}-01");
            (await engine.Client.SendAsync(request)).AssertOk();
            isTold = gorse.Hooks.Any(hook => TraceParent().Match(hook.Header("traceparent")).Groups["trace"].Value == trace);
            if (!isTold) await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        Assert.True(isTold);
        Assert.DoesNotContain(gorse.Hooks, hook => hook.Header("traceparent").Contains(Caller, StringComparison.Ordinal));
    }

    [Fact]
    public async Task MessageProvider_GetsAMessage_IsToldATraceThatIsSent()
    {
        await using var provider = await HookReceiver.StartAsync();
        using var receiver = new OtlpReceiver();
        await using var engine = await EngineProcess.StartAsync(null, [.. receiver.Settings, ("EMAIL_WEBHOOK_URL", provider.Url.ToString())]);
        await engine.Client.BecomeReadyAsync();
        await Everything.WriteToAsync(engine.Client);

        var told = await receiver.UntilAsync(_ => provider.Hooks.Count > 0 ? TraceParent().Match(provider.Hooks[0].Header("traceparent")) : null);
        Assert.True(told.Success);
        var span = await receiver.UntilAsync(one => one.Spans.FirstOrDefault(span => span.SpanId == told.Groups["span"].Value));
        Assert.Equal(("System.Net.Http", told.Groups["trace"].Value), (span.Source, span.TraceId));
    }

    [GeneratedRegex("^00-(?<trace>[0-9a-f]{32})-(?<span>[0-9a-f]{16})-01$")]
    private static partial Regex TraceParent();
}
