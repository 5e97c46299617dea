using PersonalizationEngine.Engine.Delivery.Campaigns;

namespace PersonalizationEngine.Functions.Admin.Campaigns;

/// <summary>One time a campaign is sent.</summary>
/// <param name="Occurrence">0 for the first time.</param>
/// <param name="Status"><c>scheduled</c>, <c>running</c>, <c>paused</c>, <c>completed</c> or <c>cancelled</c>.</param>
/// <param name="People">In the audience so far, those held out included.</param>
/// <param name="AudienceComplete">Nobody comes to it any more.</param>
/// <param name="LocalAt">What the clock on the wall shows then; null without a schedule.</param>
internal sealed record CampaignRunAnswer(
    long CampaignId, long Occurrence, string Status, string? Reason, int CampaignVersion, long People, bool AudienceComplete, DateTimeOffset DueAt, string? LocalAt,
    string? StartedBy, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, DateTimeOffset UpdatedAt)
{
    public static CampaignRunAnswer Of(CampaignRun run) => new(
        run.Campaign.Id, run.Occurrence, run.Status, run.Reason, run.CampaignVersion, run.People, run.IsSnapshotComplete, run.DueAt,
        run.LocalAt is { } local ? CampaignScheduleAnswer.Local(local) : null, run.StartedBy, run.StartedAt, run.FinishedAt, run.UpdatedAt);
}
