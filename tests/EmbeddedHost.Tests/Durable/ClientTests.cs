using Grpc.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Tests.Durable;

public sealed class ClientTests
{
    private readonly DurableApp _app = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tags_OfAStart_AreTold()
    {
        await using var host = await _app.StartAsync(typeof(Functions));
        var client = DurableApp.ClientOf(host);
        var options = new StartOrchestrationOptions("tagged") { Tags = new Dictionary<string, string> { ["campaign"] = "7" } };
        await client.ScheduleNewOrchestrationInstanceAsync("Waits", options, Stop);
        Assert.Equal("7", (await client.GetInstanceAsync("tagged", Stop))!.Tags["campaign"]);
    }

    [Fact]
    public async Task Restart_OfAFinishedInstance_RunsItAgainWithItsInput()
    {
        await using var host = await _app.StartAsync(typeof(Functions));
        var client = DurableApp.ClientOf(host);
        var id = await client.ScheduleNewOrchestrationInstanceAsync("Echoes", "again", Stop);
        await client.WaitForInstanceCompletionAsync(id, Stop);
        var other = await client.RestartAsync(id, restartWithNewInstanceId: true, Stop);
        Assert.NotEqual(id, other);
        Assert.Equal("again", (await client.WaitForInstanceCompletionAsync(other, true, Stop)).ReadOutputAs<string>());
        Assert.Equal(id, await client.RestartAsync(id, cancellation: Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => client.RestartAsync("nobody", cancellation: Stop));
    }

    [Fact]
    public async Task FinishedInstance_TakesNoEvents()
    {
        await using var host = await _app.StartAsync(typeof(Functions));
        var client = DurableApp.ClientOf(host);
        var id = await client.ScheduleNewOrchestrationInstanceAsync("Echoes", "x", Stop);
        await client.WaitForInstanceCompletionAsync(id, Stop);
        var refusal = await Assert.ThrowsAsync<RpcException>(() => client.RaiseEventAsync(id, "go", Stop));
        Assert.Equal(StatusCode.FailedPrecondition, refusal.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("umlaut-ä")]
    [InlineData("line\n")]
    [InlineData("@entity")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task Start_WithAnIdThatAzureRefuses_IsRefused(string id)
    {
        await using var host = await _app.StartAsync(typeof(Functions));
        await Assert.ThrowsAsync<ArgumentException>(() => DurableApp.ClientOf(host).ScheduleNewOrchestrationInstanceAsync(
            "Waits", new StartOrchestrationOptions(id), Stop));
    }

    [Fact]
    public async Task Suspension_OverARestart_StillHolds()
    {
        await using (var host = await _app.StartAsync(typeof(Functions)))
        {
            var first = DurableApp.ClientOf(host);
            await first.ScheduleNewOrchestrationInstanceAsync("Waits", new StartOrchestrationOptions("held"), Stop);
            await first.SuspendInstanceAsync("held", "a pause", Stop);
            await first.RaiseEventAsync("held", "go", "gone", Stop);
            await DurableApp.HubOf(host).Work.WhenIdle;
        }

        await using var later = await _app.StartAsync(typeof(Functions));
        var client = DurableApp.ClientOf(later);
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await client.GetInstanceAsync("held", Stop))!.RuntimeStatus);
        await client.ResumeInstanceAsync("held", "on we go", Stop);
        Assert.Equal("gone", (await client.WaitForInstanceCompletionAsync("held", true, Stop)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Starts_OfOneIdAtOnce_OneWins()
    {
        await using var host = await _app.StartAsync(typeof(Functions));
        var client = DurableApp.ClientOf(host);
        var starts = Enumerable.Range(0, 20).Select(_ => client.ScheduleNewOrchestrationInstanceAsync(
            "Waits", new StartOrchestrationOptions("only"), Stop)).ToList();
        await ((Task)Task.WhenAll(starts)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        Assert.Equal(1, starts.Count(start => start.IsCompletedSuccessfully));
    }

    public static class Functions
    {
        [Function("Waits")]
        public static Task<string> Waits([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.WaitForExternalEvent<string>("go");

        [Function("Echoes")]
        public static Task<string> Echoes([OrchestrationTrigger] TaskOrchestrationContext context, string word) =>
            Task.FromResult(word);
    }
}
