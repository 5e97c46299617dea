using DurableBehaviour.Orchestrations;
using Microsoft.DurableTask.Client;

namespace DurableBehaviour.Cases;

public static class ActivityCases
{
    public static async Task Chain_PassesResultsOn(Trial trial) =>
        Trial.Equal("a>b>c", await trial.ResultAsync<string>(nameof(Basics.Chain), "a"));

    public static async Task FanOut_GathersEveryResultInOrder(Trial trial) => Trial.Equal(
        string.Join(",", Enumerable.Range(0, 40).Select(i => i * i)), await trial.ResultAsync<string>(nameof(Basics.FanOut), 40));

    public static async Task Input_RecordNumberAndNothing_ArriveAsTheyWere(Trial trial) =>
        Trial.Equal("Ann 7 True", await trial.ResultAsync<string>(nameof(Basics.Types), new Person("Ann", 7, null)));

    public static async Task Input_ByGetInput_IsTheSame(Trial trial) =>
        Trial.Equal("Ann 7", await trial.ResultAsync<string>(nameof(Basics.ByGetInput), new Person("Ann", 7, null)));

    public static async Task Failure_Caught_TellsTaskAndReason(Trial trial)
    {
        var told = await trial.ResultAsync<string>(nameof(Failing.Catches), "too bad");
        Trial.Equal("Fail|System.InvalidOperationException|too bad|True|False", told);
    }

    public static async Task Failure_NotCaught_FailsTheInstance(Trial trial)
    {
        var id = await trial.StartAsync(nameof(Failing.Throws), "too bad");
        var reason = await trial.FailureAsync(id);
        Trial.Must(reason.Contains("too bad", StringComparison.Ordinal), reason);
    }

    public static async Task UnknownActivity_FailsTheInstance(Trial trial) =>
        await trial.FailureAsync(await trial.StartAsync(nameof(Failing.CallsNobody)));

    public static async Task UnknownOrchestrator_IsAccepted_AndFails(Trial trial)
    {
        var end = await trial.EndAsync(await trial.StartAsync("NobodyHasThisName"));
        Trial.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
    }
}
