using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedHost.Tests.Invocations;

public sealed class CancellationTests
{
    [Theory]
    [InlineData("bound")]
    [InlineData("of-context")]
    public async Task Get_CallerGoesAway_FiresTheToken(string path)
    {
        var journal = new ConcurrentQueue<string>();
        await using var host = await RunningHost.StartAsync(new HostOptions
        {
            Types = [typeof(Functions)],
            Settings = new Dictionary<string, string> { ["LOG_LEVEL"] = "Debug" },
            Configure = builder => builder.Services.AddSingleton(journal),
        });
        using var caller = new CancellationTokenSource();

        var call = host.Client.GetAsync(new Uri(path, UriKind.Relative), caller.Token);
        await Eventually.TrueAsync(() => journal.Contains("waits"));
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await Eventually.TrueAsync(() => journal.Contains("cancelled"));
        await Eventually.TrueAsync(() => host.Log.Tell("went away"));
        Assert.DoesNotContain(host.Log.All, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    public sealed class Functions(ConcurrentQueue<string> journal)
    {
        [Function("bound")]
        public Task Bound([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, CancellationToken gone) =>
            WaitAsync(gone);

        [Function("of-context")]
        public Task OfContext([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, FunctionContext context) =>
            WaitAsync(context.CancellationToken);

        private async Task WaitAsync(CancellationToken gone)
        {
            journal.Enqueue("waits");
            try
            {
                await Task.Delay(Timeout.Infinite, gone);
            }
            finally
            {
                journal.Enqueue("cancelled");
            }
        }
    }
}
