using DurableBehaviour.Orchestrations;
using Grpc.Core;

namespace DurableBehaviour.Cases;

public static class EventCases
{
    public static async Task Event_WakesWhoWaits(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Listening.Once));
        await trial.BecomesAsync(id, one => one.IsRunning);
        await trial.Client.RaiseEventAsync(id, "word", "hello", trial.Stop);
        Trial.Equal("hello", await trial.ResultOfAsync<string>(id));
    }

    public static async Task Event_NameIgnoresCase(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Listening.Once));
        await trial.Client.RaiseEventAsync(id, "WORD", "hello", trial.Stop);
        Trial.Equal("hello", await trial.ResultOfAsync<string>(id));
    }

    public static async Task Events_BeforeAnyoneWaits_AreKeptInOrder(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Listening.ThriceAfterGo));
        foreach (var word in (string[])["a", "b", "c"])
        {
            await trial.Client.RaiseEventAsync(id, "word", word, trial.Stop);
            // on Azure Storage two messages sent at once may come in either order
            await Task.Delay(TimeSpan.FromMilliseconds(300), trial.Stop);
        }

        await trial.Client.RaiseEventAsync(id, "go", true, trial.Stop);
        Trial.Equal("abc", await trial.ResultOfAsync<string>(id));
    }

    public static async Task Wait_TimesOut_IsCanceled(Trial trial) =>
        Trial.Equal("TaskCanceledException", await trial.ResultAsync<string>(nameof(Listening.Impatient), 1));

    public static async Task Wait_EventInTime_GivesIt(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Listening.Impatient), 60);
        await trial.Client.RaiseEventAsync(id, "word", "hello", trial.Stop);
        Trial.Equal("hello", await trial.ResultOfAsync<string>(id));
    }

    public static async Task SendEvent_ReachesTheOther(Trial trial)
    {
        var listener = await trial.StartAsync(nameof(Listening.Once));
        await trial.BecomesAsync(listener, one => one.IsRunning);
        await trial.ResultAsync<string>(nameof(Listening.Tells), listener);
        Trial.Equal("told", await trial.ResultOfAsync<string>(listener));
    }

    public static async Task Raise_UnknownId_IsNotFound(Trial trial)
    {
        var refusal = await Trial.ThrowsAsync<RpcException>(() => trial.Client.RaiseEventAsync(trial.NewId(), "word", "x", trial.Stop));
        Trial.Equal(StatusCode.NotFound, refusal.StatusCode);
    }
}
