namespace PersonalizationEngine.Engine.Sync.Customers.Positions;

/// <summary>The place in a table after which reading goes on.</summary>
/// <param name="Order">Value of the column by which changes are found; null in a table read whole, and in rows that have none.</param>
/// <param name="Key">Values of the key in the last row that was read; null begins with <paramref name="Order"/> itself.</param>
public sealed record ReadingCursor(object? Order, IReadOnlyList<object?>? Key);
