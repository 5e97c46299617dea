using PersonalizationEngine.Engine.Delivery.Campaigns;

namespace PersonalizationEngine.Functions.Delivery;

/// <param name="Parallel">How many parts of the audience are sent at once.</param>
public sealed record CampaignStart(CampaignRunKey Run, int Parallel);
