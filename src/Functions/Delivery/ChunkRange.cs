using PersonalizationEngine.Engine.Delivery.Campaigns;

namespace PersonalizationEngine.Functions.Delivery;

/// <summary>Some parts of a campaign's audience.</summary>
/// <param name="First">Inclusive.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Parallel">How many are sent at once.</param>
public sealed record ChunkRange(CampaignRunKey Run, int First, int End, int Parallel);
