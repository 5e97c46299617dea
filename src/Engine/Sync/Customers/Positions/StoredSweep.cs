namespace PersonalizationEngine.Engine.Sync.Customers.Positions;

/// <summary>The last complete look for vanished records.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Began">Unix milliseconds.</param>
internal sealed record StoredSweep(long Number, long Began);
