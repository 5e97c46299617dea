namespace PersonalizationEngine.Engine.Delivery.Campaigns;

/// <summary>How far the taking down of an audience has come.</summary>
/// <param name="IsOpen">The run is still to be sent; false once somebody stopped it.</param>
public sealed record AudienceProgress(long People, int Chunks, bool IsComplete, bool IsOpen);
