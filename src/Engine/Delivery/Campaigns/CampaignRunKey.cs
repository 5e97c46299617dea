using System.Globalization;

namespace PersonalizationEngine.Engine.Delivery.Campaigns;

/// <param name="Occurrence">0 for the first time it is sent.</param>
public sealed record CampaignRunKey(long CampaignId, long Occurrence)
{
    /// <summary>Of the orchestration, so that starting a run twice is starting it once; under 100 printable characters.</summary>
    public string InstanceId => string.Create(CultureInfo.InvariantCulture, $"campaign-{CampaignId}-{Occurrence}");
}
