using PersonalizationEngine.Engine.Delivery.Campaigns;

namespace PersonalizationEngine.Functions.Delivery;

public sealed record ChunkKey(CampaignRunKey Run, int Chunk);
