using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmbeddedHost.Tests.Timers;

public sealed class TimerInvocationTests
{
    [Fact]
    public async Task Run_MiddlewareAndScope_AreThoseOfAnInvocation()
    {
        var journal = new ConcurrentQueue<string>();
        await using var host = await RunningHost.StartAsync(new HostOptions
        {
            Types = [typeof(OnStartup)],
            Configure = builder =>
            {
                builder.Services.AddSingleton(journal).AddScoped<Scoped>();
                builder.UseMiddleware(async (context, next) =>
                {
                    var trigger = context.FunctionDefinition.InputBindings["timer"].Type;
                    journal.Enqueue($"{trigger}, http {context.GetHttpContext() is not null}");
                    await next();
                });
            },
        });
        await Eventually.TrueAsync(() => journal.Count == 3);
        Assert.Equal(["timerTrigger, http False", "run", "scope disposed"], journal);
    }

    [Fact]
    public async Task Run_SomebodyListens_HasASpan()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.Azure.Functions.Worker",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        await using var host = await RunningHost.StartAsync(typeof(Failing));
        await Eventually.TrueAsync(() => spans.Any(span => span.OperationName == "failing-timer-span"));

        var span = spans.Single(span => span.OperationName == "failing-timer-span");
        Assert.Equal("timer", span.GetTagItem("faas.trigger"));
        Assert.Equal(ActivityStatusCode.Error, span.Status);
    }

    public sealed class Scoped(ConcurrentQueue<string> journal) : IDisposable
    {
        public void Use() => journal.Enqueue("run");

        public void Dispose() => journal.Enqueue("scope disposed");
    }

    public sealed class OnStartup(Scoped scoped)
    {
        [Function("on-startup")]
        public void Run([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => scoped.Use();
    }

    public static class Failing
    {
        [Function("failing-timer-span")]
        public static void Run([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) =>
            throw new InvalidOperationException("always");
    }
}
