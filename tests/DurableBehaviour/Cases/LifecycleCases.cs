using DurableBehaviour.Orchestrations;
using Grpc.Core;
using Microsoft.DurableTask.Client;

namespace DurableBehaviour.Cases;

public static class LifecycleCases
{
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(2);

    public static async Task Suspend_HoldsEventsUntilResumed(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Listening.Once));
        await trial.BecomesAsync(id, one => one.IsRunning);
        await trial.Client.SuspendInstanceAsync(id, "a pause", trial.Stop);
        await trial.BecomesAsync(id, one => one.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);
        await trial.Client.RaiseEventAsync(id, "word", "hello", trial.Stop);
        await Task.Delay(AWhile, trial.Stop);
        var held = await trial.Client.GetInstanceAsync(id, trial.Stop);
        Trial.Equal(OrchestrationRuntimeStatus.Suspended, held!.RuntimeStatus);
        await trial.Client.ResumeInstanceAsync(id, "on we go", trial.Stop);
        Trial.Equal("hello", await trial.ResultOfAsync<string>(id));
    }

    public static async Task Terminate_EndsItWithTheGivenOutput(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Listening.Once));
        await trial.BecomesAsync(id, one => one.IsRunning);
        await trial.Client.TerminateInstanceAsync(id, (object)"enough", trial.Stop);
        var end = await trial.EndAsync(id);
        Trial.Equal(OrchestrationRuntimeStatus.Terminated, end.RuntimeStatus);
        Trial.Must(end.SerializedOutput?.Contains("enough", StringComparison.Ordinal) == true, $"Output: {end.SerializedOutput}");
    }

    public static async Task Terminate_UnknownId_IsNotFound(Trial trial)
    {
        var refusal = await Trial.ThrowsAsync<RpcException>(() => trial.Client.TerminateInstanceAsync(trial.NewId(), trial.Stop));
        Trial.Equal(StatusCode.NotFound, refusal.StatusCode);
    }

    public static async Task Purge_OfAFinishedInstance_ForgetsIt(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Basics.Chain), "a");
        await trial.EndAsync(id);
        var purged = await trial.Client.PurgeInstanceAsync(id, trial.Stop);
        Trial.Equal(1, purged.PurgedInstanceCount);
        Trial.Equal(null, await trial.Client.GetInstanceAsync(id, trial.Stop));
    }

    public static async Task Purge_OfNobody_CountsNothing(Trial trial) =>
        Trial.Equal(0, (await trial.Client.PurgeInstanceAsync(trial.NewId(), trial.Stop)).PurgedInstanceCount);

    public static async Task Purge_ByStatusAndTime_LeavesTheRest(Trial trial)
    {
        var from = DateTimeOffset.UtcNow.AddSeconds(-5);
        var ended = await trial.StartAsync(nameof(Basics.Chain), "a");
        var waiting = await trial.StartAsync(nameof(Listening.Once));
        await trial.EndAsync(ended);
        await trial.BecomesAsync(waiting, one => one.IsRunning);
        var filter = new PurgeInstancesFilter(from, DateTimeOffset.UtcNow.AddMinutes(1), [OrchestrationRuntimeStatus.Completed]);
        var purged = await trial.Client.PurgeAllInstancesAsync(filter, trial.Stop);
        Trial.Must(purged.PurgedInstanceCount >= 1, "Nothing was purged.");
        Trial.Equal(null, await trial.Client.GetInstanceAsync(ended, trial.Stop));
        Trial.Must(await trial.Client.GetInstanceAsync(waiting, trial.Stop) is not null, "The running one is gone.");
    }
}
