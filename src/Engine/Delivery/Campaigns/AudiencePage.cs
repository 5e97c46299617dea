using PersonalizationEngine.Engine.Delivery.Messages;

namespace PersonalizationEngine.Engine.Delivery.Campaigns;

/// <summary>A piece of an audience, to be written down with how far the run has come.</summary>
/// <param name="After">What <see cref="CampaignRun.SnapshotAfter"/> was when it was made.</param>
/// <param name="Next">What it becomes.</param>
public sealed record AudiencePage(CampaignRunKey Run, string? After, string Next, IReadOnlyList<PlannedMessage> Messages, long People, int Chunks);
