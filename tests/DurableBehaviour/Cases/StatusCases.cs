using DurableBehaviour.Orchestrations;
using Microsoft.DurableTask.Client;

namespace DurableBehaviour.Cases;

public static class StatusCases
{
    public static async Task CustomStatus_IsSeenWhileItRuns(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Reporting.Progress));
        await trial.BecomesAsync(id, one => one.SerializedCustomStatus?.Contains("half", StringComparison.Ordinal) == true);
        await trial.Client.RaiseEventAsync(id, "go", true, trial.Stop);
        await trial.ResultOfAsync<string>(id);
        var end = await trial.BecomesAsync(id, one => one.IsCompleted);
        Trial.Equal("done", end.ReadCustomStatusAs<Report>()?.State);
    }

    public static async Task Metadata_TellsWhatTheInstanceIs(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Basics.Chain), "a");
        var end = await trial.EndAsync(id);
        Trial.Equal(nameof(Basics.Chain), end.Name);
        Trial.Equal(id, end.InstanceId);
        Trial.Equal("a", end.ReadInputAs<string>());
        Trial.Must(end is { IsCompleted: true, IsRunning: false }, "It is not completed.");
        Trial.Must(end.LastUpdatedAt >= end.CreatedAt, "It was updated before it was created.");
    }

    public static async Task Metadata_WithoutPayloads_HasNone(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Basics.Chain), "a");
        await trial.EndAsync(id);
        var bare = await trial.Client.GetInstanceAsync(id, trial.Stop);
        Trial.Equal(null, bare?.SerializedOutput);
        await Trial.ThrowsAsync<InvalidOperationException>(() => Task.FromResult(bare!.ReadOutputAs<string>()));
    }

    public static async Task UnknownId_IsNull(Trial trial) =>
        Trial.Equal(null, await trial.Client.GetInstanceAsync(trial.NewId(), trial.Stop));

    public static async Task WaitForStart_TellsARunningInstance(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Listening.Once));
        var begun = await trial.Client.WaitForInstanceStartAsync(id, trial.Stop);
        Trial.Equal(OrchestrationRuntimeStatus.Running, begun.RuntimeStatus);
    }
}
