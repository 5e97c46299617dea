using DurableBehaviour.Orchestrations;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace DurableBehaviour.Cases;

public static class IdCases
{
    public static async Task Start_OfARunningId_IsRefused(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Listening.Once));
        await trial.BecomesAsync(id, one => one.IsRunning);
        await Trial.ThrowsAsync<OrchestrationAlreadyExistsException>(() => StartAgainAsync(trial, new StartOrchestrationOptions(id)));
    }

    public static async Task Start_OfAFinishedId_RunsAgain(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Basics.Chain), "a");
        await trial.EndAsync(id);
        await StartAgainAsync(trial, new StartOrchestrationOptions(id));
        var end = await trial.BecomesAsync(id, one => one.IsCompleted && one.ReadOutputAs<string>() != "a>b>c");
        Trial.Equal("z>b>c", end.ReadOutputAs<string>());
    }

    public static async Task Start_OfAFinishedId_ThatIsDeduped_IsRefused(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Basics.Chain), "a");
        await trial.EndAsync(id);
        var options = new StartOrchestrationOptions(id).WithDedupeStatuses(
            OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Completed);
        await Trial.ThrowsAsync<OrchestrationAlreadyExistsException>(() => StartAgainAsync(trial, options));
        Trial.Equal("a>b>c", (await trial.EndAsync(id)).ReadOutputAs<string>());
    }

    public static async Task Start_WithoutAnId_GetsOne(Trial trial)
    {
        var id = await trial.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Basics.Chain), "a", trial.Stop);
        Trial.Equal("a>b>c", await trial.ResultOfAsync<string>(id));
    }

    public static async Task Start_WithAHundredCharacters_Works(Trial trial)
    {
        var id = trial.NewId().PadRight(100, 'x');
        await StartAgainAsync(trial, new StartOrchestrationOptions(id));
        Trial.Equal("z>b>c", await trial.ResultOfAsync<string>(id));
    }

    private static Task<string> StartAgainAsync(Trial trial, StartOrchestrationOptions options) =>
        trial.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Basics.Chain), "z", options, trial.Stop);
}
