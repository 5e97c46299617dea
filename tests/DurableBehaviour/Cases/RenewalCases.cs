using DurableBehaviour.Orchestrations;

namespace DurableBehaviour.Cases;

public static class RenewalCases
{
    public static async Task ContinueAsNew_CountsToItsEnd(Trial trial) =>
        Trial.Equal(5, await trial.ResultAsync<int>(nameof(Renewing.Counts), 0));

    public static async Task ContinueAsNew_KeepsEventsThatNobodyTook(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Renewing.Collects), "");
        foreach (var word in (string[])["a", "b", "c"])
        {
            await trial.Client.RaiseEventAsync(id, "word", word, trial.Stop);
            await Task.Delay(TimeSpan.FromMilliseconds(300), trial.Stop);
        }

        Trial.Equal("abc", await trial.ResultOfAsync<string>(id));
    }
}
