using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Grpc.Core;
using Microsoft.DurableTask.Client;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Delivery;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Admin.Campaigns;

/// <summary>
/// Sends campaigns, holds them, lets them go on and stops them, for the API and for the pages. The store goes first: what it says is
/// what becomes of each message. Then the orchestration, where there is one. Each is told of in the audit.
/// </summary>
public sealed class CampaignRunChanges(ControlCampaigns control, ICampaignRuns runs, CampaignStarter starter, AuditedWork audited, TimeProvider time)
{
    /// <param name="by">The name it is done under.</param>
    public Task<RunChange> SendAsync(DurableTaskClient client, long campaign, string by, CancellationToken cancellationToken) => AuditAsync(campaign, by, "sent", async () =>
    {
        var change = await control.SendAsync(campaign, by, cancellationToken);
        // What is due starts at once; the timer finds what a crash keeps from starting here.
        if (change is RunChange.Done { Run: { } run } && run.DueAt <= time.GetUtcNow()) await starter.StartAsync(client, run, cancellationToken);
        return change;
    });

    public Task<RunChange> PauseAsync(DurableTaskClient client, long campaign, string by, CancellationToken cancellationToken) => MoveAsync(
        client, campaign, by, "paused", control.PauseAsync, instance => client.SuspendInstanceAsync(instance, "paused", cancellationToken), cancellationToken);

    public Task<RunChange> ResumeAsync(DurableTaskClient client, long campaign, string by, CancellationToken cancellationToken) => MoveAsync(
        client, campaign, by, "resumed", control.ResumeAsync, instance => client.ResumeInstanceAsync(instance, "resumed", cancellationToken), cancellationToken);

    public Task<RunChange> CancelAsync(DurableTaskClient client, long campaign, string by, CancellationToken cancellationToken) => MoveAsync(
        client, campaign, by, "cancelled", control.CancelAsync,
        instance => client.TerminateInstanceAsync(instance, new TerminateInstanceOptions("cancelled", true), cancellationToken), cancellationToken);

    private Task<RunChange> MoveAsync(
        DurableTaskClient client, long campaign, string by, string action, Func<long, CancellationToken, Task<RunChange>> change, Func<string, Task> carryOut,
        CancellationToken cancellationToken) => AuditAsync(campaign, by, action, async () =>
    {
        var changed = await change(campaign, cancellationToken);
        if (changed is RunChange.Done { Run: { } run }
            && await client.GetInstanceAsync(run.Key.InstanceId, cancellationToken) is { IsCompleted: false })
        {
            try
            {
                await carryOut(run.Key.InstanceId);
            }
            catch (RpcException exception) when (exception.StatusCode is StatusCode.FailedPrecondition or StatusCode.NotFound)
            {
                // It came to its end a moment ago: what the store says holds, and nothing is left to be held or stopped.
            }
        }

        return changed;
    });

    private Task<RunChange> AuditAsync(long campaign, string by, string action, Func<Task<RunChange>> change) => audited.RunAsync(
        new AuditEntry(time.GetUtcNow(), by, DefinitionKinds.Campaigns, campaign.ToString(CultureInfo.InvariantCulture), action),
        async () =>
        {
            var result = await ReadAgainAsync(await change());
            return (result, After(result));
        },
        CancellationToken.None);

    private async Task<RunChange> ReadAgainAsync(RunChange change) => change is RunChange.Done { Run: var run }
        ? new RunChange.Done(await runs.FindAsync(run.Key, CancellationToken.None) ?? run)
        : change;

    private static string? After(RunChange change) => change switch
    {
        RunChange.Done { Run: var run } => JsonSerializer.Serialize(CampaignRunAnswer.Of(run), ApiJson.Default.CampaignRunAnswer),
        RunChange.Refused { Reason: var reason } => new JsonObject { ["refused"] = reason }.ToJsonString(),
        _ => null,
    };
}
