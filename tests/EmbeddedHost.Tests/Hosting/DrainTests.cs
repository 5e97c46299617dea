using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedHost.Tests.Hosting;

public sealed class DrainTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ConcurrentQueue<string> _journal = [];

    [Fact]
    public async Task Stop_RequestUnderWay_MayEndBeforeTheAppIsStopped()
    {
        await using var host = await StartAsync();
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        lifetime.ApplicationStopping.Register(() => _journal.Enqueue("app stopping"));

        var call = host.GetAsync("until-gate");
        await Eventually.TrueAsync(() => _journal.Contains("waits"));
        var stopping = host.StopAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => host.GetAsync("quick"));
        Functions.Gate.SetResult();

        Assert.Equal("ended", await call);
        await stopping;
        Assert.Equal(["waits", "ended", "app stopping"], _journal);
    }

    [Fact]
    public async Task Stop_RequestTakesLongerThan30Seconds_LosesItsTokenAndIsStillAnswered()
    {
        await using var host = await StartAsync();
        var call = host.SendAsync("GET", "until-token");
        await Eventually.TrueAsync(() => _journal.Contains("waits"));

        var stopping = host.StopAsync();
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(call.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        using var response = await call;
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        await stopping;
    }

    [Fact]
    public async Task Stop_RequestDoesNotHeedItsToken_IsCutOff()
    {
        await using var host = await StartAsync();
        var call = host.GetAsync("deaf");
        await Eventually.TrueAsync(() => _journal.Contains("waits"));

        var stopping = host.StopAsync();
        while (!stopping.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }

        await Assert.ThrowsAsync<HttpRequestException>(() => call);
        Assert.True(host.Log.Tell("were cut off"));
        Functions.DeafGate.SetResult();
    }

    private Task<RunningHost> StartAsync() => RunningHost.StartAsync(new HostOptions
    {
        Types = [typeof(Functions)],
        Configure = builder => builder.Services.AddSingleton(_journal).AddSingleton<TimeProvider>(_clock),
    });

    public sealed class Functions(ConcurrentQueue<string> journal)
    {
        public static TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public static TaskCompletionSource DeafGate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        [Function("quick")]
        public static IResult Quick([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Text("quick");

        [Function("until-gate")]
        public async Task<IResult> UntilGate([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
            journal.Enqueue("waits");
            await Gate.Task;
            journal.Enqueue("ended");
            return Results.Text("ended");
        }

        [Function("until-token")]
        public async Task UntilToken([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, CancellationToken stop)
        {
            journal.Enqueue("waits");
            await Task.Delay(Timeout.Infinite, stop);
        }

        [Function("deaf")]
        public async Task Deaf([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
            journal.Enqueue("waits");
            await DeafGate.Task;
        }
    }
}
