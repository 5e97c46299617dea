using DurableBehaviour.Orchestrations;

namespace DurableBehaviour.Cases;

public static class ReplayCases
{
    public static async Task Guids_AreStableAndUnlike(Trial trial) =>
        Trial.Equal("same, unlike", await trial.ResultAsync<string>(nameof(Replaying.Guids)));

    public static async Task Time_IsThatOfTheHistory(Trial trial) =>
        Trial.Equal("same, later", await trial.ResultAsync<string>(nameof(Replaying.Times)));

    public static async Task FirstPass_IsNotReplaying(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Replaying.CountsPasses));
        await trial.ResultOfAsync<string>(id);
        Trial.Equal(1, Attempts.Of($"{id} begins"));
        Trial.Equal(1, Attempts.Of($"{id} ends"));
    }

    public static async Task YieldAndWhenAny_StayOnTheOrchestratorsThread(Trial trial) =>
        Trial.Equal("0,1,2", await trial.ResultAsync<string>(nameof(Replaying.Composes)));
}
