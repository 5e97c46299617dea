using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Tests.Durable;

public sealed class ForeignAwaitTests
{
    [Theory]
    [InlineData("Delays", "Orchestrator Delays awaits")]
    [InlineData("DelaysBesideATimer", "Orchestrator DelaysBesideATimer awaits, in Functions.DelayAsync")]
    [InlineData("NeverEnds", "Orchestrator NeverEnds awaits")]
    [InlineData("Leaves", "rchestrator Leaves ")]
    public async Task Orchestrator_AwaitsWhatIsNotItsContexts_FailsWithItsName(string name, string part)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var host = await new DurableApp().StartAsync(typeof(Functions));
        var client = DurableApp.ClientOf(host);
        var id = await client.ScheduleNewOrchestrationInstanceAsync(name, stop);
        var end = await client.WaitForInstanceCompletionAsync(id, true, stop);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains(part, end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    public static class Functions
    {
        [Function("Delays")]
        public static async Task Delays([OrchestrationTrigger] TaskOrchestrationContext context) => await DelayAsync();

        [Function("DelaysBesideATimer")]
        public static async Task DelaysBesideATimer([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var timer = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            await DelayAsync();
            await timer;
        }

        [Function("NeverEnds")]
        public static Task NeverEnds([OrchestrationTrigger] TaskOrchestrationContext context) =>
            new TaskCompletionSource().Task;

        [Function("Leaves")]
        public static async Task Leaves([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var timer = context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
            await timer.ConfigureAwait(false);
            await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
        }

        private static async Task DelayAsync() => await Task.Delay(TimeSpan.FromMilliseconds(50));
    }
}
