using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Tests.Durable;

public sealed class FamilyTests
{
    private readonly DurableApp _app = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, OrchestrationRuntimeStatus.Terminated)]
    [InlineData(false, OrchestrationRuntimeStatus.Running)]
    public async Task Terminate_EndsSubOrchestrationsIfItIsToldTo(bool recursive, OrchestrationRuntimeStatus expected)
    {
        await using var host = await _app.StartAsync(typeof(Functions));
        var client = await StartFamilyAsync(host);
        await client.TerminateInstanceAsync("parent", new TerminateInstanceOptions("enough", recursive), Stop);
        await client.WaitForInstanceCompletionAsync("parent", Stop);
        await DurableApp.HubOf(host).Work.WhenIdle;
        Assert.Equal(expected, (await client.GetInstanceAsync("grandchild", Stop))!.RuntimeStatus);
    }

    [Fact]
    public async Task Terminate_OfAChild_FailsItsParentsCall()
    {
        await using var host = await _app.StartAsync(typeof(Functions));
        var client = await StartFamilyAsync(host);
        await client.TerminateInstanceAsync("grandchild", Stop);
        var end = await client.WaitForInstanceCompletionAsync("parent", true, Stop);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.True(end.FailureDetails!.IsCausedBy<TaskFailedException>());
    }

    [Fact]
    public async Task Purge_Recursive_ForgetsTheWholeFamily()
    {
        await using var host = await _app.StartAsync(typeof(Functions));
        var client = await StartFamilyAsync(host);
        Assert.Equal(0, (await client.PurgeInstanceAsync("parent", Stop)).PurgedInstanceCount);
        await client.RaiseEventAsync("grandchild", "go", Stop);
        await client.WaitForInstanceCompletionAsync("parent", Stop);
        var purged = await client.PurgeInstanceAsync("parent", new PurgeInstanceOptions(Recursive: true), Stop);
        Assert.Equal(3, purged.PurgedInstanceCount);
        Assert.Null(await client.GetInstanceAsync("grandchild", Stop));
    }

    [Fact]
    public async Task Child_WithAnIdThatStillRuns_FailsTheCall()
    {
        await using var host = await _app.StartAsync(typeof(Functions));
        var client = await StartFamilyAsync(host);
        var other = await client.ScheduleNewOrchestrationInstanceAsync("Parent", Stop);
        var end = await client.WaitForInstanceCompletionAsync(other, true, Stop);
        Assert.Contains("'child' is not over yet", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Family_CutInTheMiddle_EndsAfterTheRestart()
    {
        await using (var host = await _app.StartAsync(typeof(Functions))) await StartFamilyAsync(host);
        await using var later = await _app.StartAsync(typeof(Functions));
        var client = DurableApp.ClientOf(later);
        await client.RaiseEventAsync("grandchild", "go", "done", Stop);
        Assert.Equal("done", (await client.WaitForInstanceCompletionAsync("parent", true, Stop)).ReadOutputAs<string>());
    }

    private static async Task<DurableTaskClient> StartFamilyAsync(RunningHost host)
    {
        var client = DurableApp.ClientOf(host);
        await client.ScheduleNewOrchestrationInstanceAsync("Parent", new StartOrchestrationOptions("parent"), Stop);
        await DurableApp.HubOf(host).Work.WhenIdle;
        return client;
    }

    public static class Functions
    {
        [Function("Parent")]
        public static Task<string> Parent([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallSubOrchestratorAsync<string>("Child", null, new SubOrchestrationOptions(instanceId: "child"));

        [Function("Child")]
        public static Task<string> Child([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallSubOrchestratorAsync<string>("Grandchild", null, new SubOrchestrationOptions(instanceId: "grandchild"));

        [Function("Grandchild")]
        public static Task<string> Grandchild([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.WaitForExternalEvent<string>("go");
    }
}
