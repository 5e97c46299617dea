namespace PersonalizationEngine.Functions.Delivery;

/// <summary>How far a campaign's orchestration has come; its custom status and, at the end, its result.</summary>
/// <param name="Phase"><c>audience</c>, <c>sending</c> or <c>sent</c>.</param>
/// <param name="People">In the audience so far.</param>
/// <param name="ChunksDone">Parts of it that were gone through once.</param>
public sealed record CampaignProgress(string Phase, long People, int Chunks, int ChunksDone, long Sent, long Waiting, long Suppressed, long Failed);
