using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Campaigns;

/// <summary>Lets a run begin whose hour has come, and puts the next one of a campaign that repeats on the schedule.</summary>
public sealed class BeginRun(ICampaignRuns runs, ControlCampaigns control, TimeProvider time)
{
    /// <returns>False when it was stopped or is paused.</returns>
    public async Task<bool> RunAsync(CampaignRunKey key, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(key, cancellationToken) is not { IsOpen: true } run || run.Status == RunStatus.Paused) return false;
        // The next one first: who dies in between adds it again, and finds it there.
        if (run.Status == RunStatus.Scheduled) await runs.MoveAsync(key, [RunStatus.Scheduled], RunStatus.Running, null, time.GetUtcNow(), cancellationToken);
        await control.AddNextAsync(run, cancellationToken);
        return true;
    }
}
