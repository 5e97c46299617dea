using DurableBehaviour.Orchestrations;
using Microsoft.DurableTask.Client;

namespace DurableBehaviour.Cases;

public static class QueryCases
{
    public static async Task Query_ByPrefix_GivesEveryInstanceOnce(Trial trial)
    {
        var ids = await StartFiveAsync(trial);
        var found = await IdsAsync(trial, new OrchestrationQuery(InstanceIdPrefix: trial.Prefix));
        Trial.Equal(string.Join(",", ids.Order()), string.Join(",", found.Order()));
    }

    public static async Task Query_InPages_ContinuesWithItsToken(Trial trial)
    {
        var ids = await StartFiveAsync(trial);
        var found = new List<string>();
        string? token = null;
        do
        {
            var query = new OrchestrationQuery(InstanceIdPrefix: trial.Prefix, PageSize: 2, ContinuationToken: token);
            await foreach (var page in trial.Client.GetAllInstancesAsync(query).AsPages())
            {
                Trial.Must(page.Values.Count <= 2, "A page is too long.");
                found.AddRange(page.Values.Select(one => one.InstanceId));
                token = page.ContinuationToken;
                break;
            }
        }
        while (token is not null);
        Trial.Equal(string.Join(",", ids.Order()), string.Join(",", found.Order()));
    }

    public static async Task Query_ByStatus_GivesOnlyThose(Trial trial)
    {
        var waiting = await trial.StartAsync(nameof(Listening.Once));
        await trial.BecomesAsync(waiting, one => one.IsRunning);
        await StartFiveAsync(trial);
        var found = await IdsAsync(
            trial, new OrchestrationQuery(InstanceIdPrefix: trial.Prefix, Statuses: [OrchestrationRuntimeStatus.Running]));
        Trial.Equal(waiting, string.Join(",", found));
    }

    public static async Task Query_ByCreation_LeavesOutTheEarlier(Trial trial)
    {
        await StartFiveAsync(trial);
        await Task.Delay(TimeSpan.FromSeconds(2), trial.Stop);
        var since = DateTimeOffset.UtcNow.AddSeconds(-1);
        var late = await trial.StartAsync(nameof(Basics.Chain), "a");
        await trial.EndAsync(late);
        var found = await IdsAsync(trial, new OrchestrationQuery(CreatedFrom: since, InstanceIdPrefix: trial.Prefix));
        Trial.Equal(late, string.Join(",", found));
    }

    public static async Task Query_WithPayloads_HasThem(Trial trial)
    {
        await StartFiveAsync(trial);
        var query = new OrchestrationQuery(InstanceIdPrefix: trial.Prefix, FetchInputsAndOutputs: true);
        await foreach (var one in trial.Client.GetAllInstancesAsync(query).WithCancellation(trial.Stop))
        {
            Trial.Equal("a>b>c", one.ReadOutputAs<string>());
        }
    }

    private static async Task<List<string>> StartFiveAsync(Trial trial)
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Add(await trial.StartAsync(nameof(Basics.Chain), "a"));
        foreach (var id in ids) await trial.EndAsync(id);
        return ids;
    }

    private static async Task<List<string>> IdsAsync(Trial trial, OrchestrationQuery query)
    {
        var ids = new List<string>();
        await foreach (var one in trial.Client.GetAllInstancesAsync(query).WithCancellation(trial.Stop)) ids.Add(one.InstanceId);
        return ids;
    }
}
