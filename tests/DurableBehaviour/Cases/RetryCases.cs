using DurableBehaviour.Orchestrations;

namespace DurableBehaviour.Cases;

public static class RetryCases
{
    public static async Task Policy_SucceedsAtTheThirdAttempt(Trial trial) =>
        Trial.Equal("3 attempts", await trial.ResultAsync<string>(nameof(Retrying.ByPolicy), new Stubborn(3, 5)));

    public static async Task Policy_GivesUpAfterItsAttempts(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Retrying.ByPolicy), new Stubborn(9, 3));
        await trial.FailureAsync(id);
        Trial.Equal(3, Attempts.Of(id));
    }

    public static async Task Policy_HandleFailureRefuses_TriesOnce(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Retrying.OnlyTimeouts), new Stubborn(9, 5));
        await trial.FailureAsync(id);
        Trial.Equal(1, Attempts.Of(id));
    }

    public static async Task Policy_HandleFailureAccepts_TriesAgain(Trial trial) =>
        Trial.Equal("2 attempts", await trial.ResultAsync<string>(nameof(Retrying.OnlyInvalid), new Stubborn(2, 5)));

    public static async Task Handler_DecidesByTheAttempt(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Retrying.ByHandler), new Stubborn(9, 4));
        await trial.FailureAsync(id);
        Trial.Equal(4, Attempts.Of(id));
    }

    public static async Task AsyncHandler_MayWait(Trial trial) =>
        Trial.Equal("3 attempts", await trial.ResultAsync<string>(nameof(Retrying.ByAsyncHandler), new Stubborn(3, 5)));

    public static async Task Policy_WaitsLongerEachTime(Trial trial)
    {
        var seconds = await trial.ResultAsync<double>(nameof(Retrying.TellsDuration), new Stubborn(3, 3));
        Trial.Must(seconds >= 3, $"It took {seconds} s; the waits are 1 s and 2 s.");
    }
}
