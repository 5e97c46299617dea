using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Delivery.Campaigns;

namespace PersonalizationEngine.Dashboard.Campaigns.Editing;

/// <summary>What the editor of a campaign shows.</summary>
/// <param name="Live">Null for a new one.</param>
/// <param name="Version">That the edit was begun from; 0 for a new one.</param>
public sealed record CampaignState(Stored<Campaign>? Live, int Version, CampaignForm Form)
{
    public CampaignEstimate? Estimate { get; init; }
}
