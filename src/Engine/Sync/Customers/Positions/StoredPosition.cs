namespace PersonalizationEngine.Engine.Sync.Customers.Positions;

/// <summary>A position as it is stored.</summary>
/// <param name="Began">Unix milliseconds.</param>
/// <param name="Start">The beginning of the table.</param>
internal sealed record StoredPosition(
    string Shape, long Pass, long Began, bool Done, bool Start, string? Order, IReadOnlyList<string?>? Key);
