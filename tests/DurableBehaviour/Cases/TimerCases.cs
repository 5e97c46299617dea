using DurableBehaviour.Orchestrations;

namespace DurableBehaviour.Cases;

public static class TimerCases
{
    public static async Task Timer_FiresWhenItIsDue(Trial trial)
    {
        var seconds = await trial.ResultAsync<double>(nameof(Clocks.Waits), 2);
        Trial.Must(seconds >= 2, $"It fired after {seconds} s.");
    }

    public static async Task Timer_InThePast_FiresAtOnce(Trial trial) =>
        Trial.Must(await trial.ResultAsync<double>(nameof(Clocks.Waits), -60) < 30, "It waited.");

    public static async Task Timer_Canceled_DoesNotHoldTheOrchestration(Trial trial) =>
        Trial.Equal("canceled", await trial.ResultAsync<string>(nameof(Clocks.Cancels)));

    public static async Task Timers_TheShorterIsFirst(Trial trial) =>
        Trial.Equal("short", await trial.ResultAsync<string>(nameof(Clocks.Races)));

    public static async Task StartAt_LaterStart_IsPendingUntilThen(Trial trial)
    {
        var id = trial.NewId();
        var at = DateTimeOffset.UtcNow.AddSeconds(4);
        await trial.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Clocks.TellsStart), new Microsoft.DurableTask.StartOrchestrationOptions(id, at), trial.Stop);
        var began = await trial.ResultOfAsync<DateTime>(id);
        Trial.Must(began >= at.UtcDateTime.AddSeconds(-1), $"It began at {began:O}, not at {at:O}.");
    }
}
