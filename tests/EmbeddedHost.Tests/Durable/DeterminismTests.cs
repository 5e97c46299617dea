using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Tests.Durable;

public sealed class DeterminismTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(typeof(OtherActivity), "its history has activity A at 0, the code asked for activity B")]
    [InlineData(typeof(TimerInstead), "its history has activity A at 0, the code asked for a timer")]
    [InlineData(typeof(OneMore), "its history has nothing at 1, the code asked for activity B")]
    [InlineData(typeof(Nothing), "its history has activity A at 0, the code asked for nothing")]
    [InlineData(typeof(Child), "its history has activity A at 0, the code asked for sub-orchestration X (x)")]
    public async Task Replay_CodeHasChanged_FailsWithTheActionThatDiffers(Type changed, string part)
    {
        var app = new DurableApp();
        await using (var host = await app.StartAsync(typeof(First), typeof(Activities)))
        {
            await DurableApp.ClientOf(host).ScheduleNewOrchestrationInstanceAsync("X", new StartOrchestrationOptions("one"), Stop);
            await DurableApp.HubOf(host).Work.WhenIdle;
        }

        await using var later = await app.StartAsync(changed, typeof(Activities));
        var client = DurableApp.ClientOf(later);
        await client.RaiseEventAsync("one", "go", Stop);
        var end = await client.WaitForInstanceCompletionAsync("one", true, Stop);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains(part, end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.True(later.Log.Tell(part));
    }

    public static class Activities
    {
        [Function("A")]
        public static string A([ActivityTrigger] string? input) => "a";

        [Function("B")]
        public static string B([ActivityTrigger] string? input) => "b";
    }

    public static class First
    {
        [Function("X")]
        public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CallActivityAsync("A");
            await context.WaitForExternalEvent<object>("go");
        }
    }

    public static class OtherActivity
    {
        [Function("X")]
        public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            try
            {
                await context.CallActivityAsync("B");
            }
            catch (Exception)
            {
                // an orchestrator that catches everything cannot hide it
            }

            await context.WaitForExternalEvent<object>("go");
        }
    }

    public static class TimerInstead
    {
        [Function("X")]
        public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
    }

    public static class OneMore
    {
        [Function("X")]
        public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            Task.WhenAll(context.CallActivityAsync("A"), context.CallActivityAsync("B"));
    }

    public static class Nothing
    {
        [Function("X")]
        public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.WaitForExternalEvent<object>("go");
    }

    public static class Child
    {
        [Function("X")]
        public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallSubOrchestratorAsync("X", null, new SubOrchestrationOptions(instanceId: "x"));
    }
}
