using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Templates;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Campaigns;

/// <summary>Sends campaigns, holds them, lets them go on, and stops them. What is stored here goes before what orchestrations do.</summary>
public sealed class ControlCampaigns(IDefinitions<Campaign> campaigns, ICampaignRuns runs, IMessageTemplates templates, TimeProvider time)
{
    /// <summary>Asks for a campaign to be sent: at its next local time, or now where it has no schedule.</summary>
    /// <param name="by">The name of the key it is done with.</param>
    public async Task<RunChange> SendAsync(long campaignId, string by, CancellationToken cancellationToken)
    {
        if (await campaigns.FindAsync(campaignId, cancellationToken) is not { } stored) return new RunChange.NotFound();
        var campaign = stored.Value with { Id = campaignId };
        if (await WhyNotSendAsync(campaign, cancellationToken) is { } reason) return new RunChange.Refused(reason);

        var now = time.GetUtcNow();
        var first = campaign.Schedule is { } schedule ? Next(schedule, local => schedule.StartsAt(local) >= now || IsStillToCome(schedule, local, now)) : null;
        if (campaign.Schedule is not null && first is null) return new RunChange.Refused("The schedule's time has passed: set another one.");
        var run = NewRun(campaign, stored.Version, first, by, now);
        return await runs.AddAsync(run, RunStatus.Open, now, cancellationToken) is { } added
            ? new RunChange.Done(added)
            : new RunChange.Refused("A run of this campaign is scheduled, running or paused already.");
    }

    /// <summary>Adds the run after one that begins, where the campaign repeats.</summary>
    public async Task AddNextAsync(CampaignRun run, CancellationToken cancellationToken)
    {
        if (run is not { Campaign.Schedule: { } schedule, LocalAt: { } at } || schedule.Repeat == Repetition.None) return;
        if (Next(schedule, local => local > at) is not { } next) return;
        var now = time.GetUtcNow();
        await runs.AddAsync(NewRun(run.Campaign, run.CampaignVersion, next, run.StartedBy, now), [RunStatus.Scheduled], now, cancellationToken);
    }

    public Task<RunChange> PauseAsync(long campaignId, CancellationToken cancellationToken) =>
        MoveAsync(campaignId, [RunStatus.Scheduled, RunStatus.Running], RunStatus.Paused, cancellationToken);

    /// <summary>One that was paused before it began, begins when it is due.</summary>
    public async Task<RunChange> ResumeAsync(long campaignId, CancellationToken cancellationToken)
    {
        var paused = await NewestAsync(campaignId, [RunStatus.Paused], cancellationToken);
        return await MoveAsync(campaignId, [RunStatus.Paused], paused?.StartedAt is null ? RunStatus.Scheduled : RunStatus.Running, cancellationToken);
    }

    public async Task<RunChange> CancelAsync(long campaignId, CancellationToken cancellationToken)
    {
        var change = await MoveAsync(campaignId, RunStatus.Open, RunStatus.Cancelled, cancellationToken);
        if (change is not RunChange.Done { Run: { } run }) return change;
        await runs.CancelMessagesAsync(run.Key, time.GetUtcNow(), cancellationToken);
        return change;
    }

    /// <summary>Somebody's 09:00 may be to come still when it was 09:00 elsewhere long ago.</summary>
    private static bool IsStillToCome(CampaignSchedule schedule, DateTime local, DateTimeOffset now) =>
        schedule.Zone is null && new DateTimeOffset(local, TimeSpan.Zero) + TimeSpan.FromHours(12) >= now;

    private static DateTime? Next(CampaignSchedule schedule, Func<DateTime, bool> isIt)
    {
        for (var occurrence = 0L; schedule.LocalTime(occurrence) is { } local; occurrence++)
            if (isIt(local)) return local;
        return null;
    }

    private static CampaignRun NewRun(Campaign campaign, int version, DateTime? local, string? by, DateTimeOffset now) =>
        new(campaign, version, 0, RunStatus.Scheduled, 0, 0, null, local is { } at ? campaign.Schedule!.StartsAt(at) : now) { LocalAt = local, StartedBy = by };

    private async Task<string?> WhyNotSendAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        if (await templates.FindAsync(campaign.Template, cancellationToken) is not { } template) return $"There is no template {campaign.Template}.";
        var missing = campaign.Channels.Except(template.Channels).ToList();
        return missing.Count == 0 ? null : $"The template {campaign.Template} has nothing to say by {string.Join(" and ", missing)}.";
    }

    private async Task<CampaignRun?> NewestAsync(long campaignId, IReadOnlyList<string> statuses, CancellationToken cancellationToken) =>
        (await runs.OfAsync(campaignId, 50, cancellationToken)).FirstOrDefault(run => statuses.Contains(run.Status));

    private async Task<RunChange> MoveAsync(long campaignId, IReadOnlyList<string> from, string to, CancellationToken cancellationToken)
    {
        if (await campaigns.FindAsync(campaignId, cancellationToken) is null) return new RunChange.NotFound();
        if (await NewestAsync(campaignId, from, cancellationToken) is not { } run || !await runs.MoveAsync(run.Key, from, to, null, time.GetUtcNow(), cancellationToken))
            return new RunChange.Refused($"No run of this campaign is {string.Join(" or ", from)}.");
        return new RunChange.Done(run with { Status = to });
    }
}
