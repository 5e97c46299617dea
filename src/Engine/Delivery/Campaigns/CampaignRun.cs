using PersonalizationEngine.Core.Delivery.Campaigns;

namespace PersonalizationEngine.Engine.Delivery.Campaigns;

/// <summary>One time a campaign is sent, with the campaign as it was when that was asked for.</summary>
/// <param name="Status">Of <see cref="RunStatus"/>.</param>
/// <param name="People">In the audience so far, those held out included.</param>
/// <param name="Chunks">Parts the audience is sent in.</param>
/// <param name="SnapshotAfter">The last person looked at for the audience; null before the first, empty once all were.</param>
/// <param name="DueAt">Not before it.</param>
public sealed record CampaignRun(
    Campaign Campaign, int CampaignVersion, long Occurrence, string Status, long People, int Chunks, string? SnapshotAfter, DateTimeOffset DueAt)
{
    /// <summary>What the clock on the wall shows then, where the campaign has a schedule.</summary>
    public DateTime? LocalAt { get; init; }

    /// <summary>Why it is as it is, for people; null where its status says all.</summary>
    public string? Reason { get; init; }

    public string? StartedBy { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public CampaignRunKey Key => new(Campaign.Id, Occurrence);

    public bool IsSnapshotComplete => SnapshotAfter is "";

    public bool IsOpen => RunStatus.Open.Contains(Status);
}
