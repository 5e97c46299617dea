namespace PersonalizationEngine.Engine.Sync.Customers.Rows;

/// <summary>A row as the database gave it.</summary>
/// <param name="Values">
/// In the order of the mapping's columns: string, bool, long, ulong, decimal, double, byte[], DateTime (of kind Utc when the
/// column knows its zone, Unspecified when it does not), or null. A date that no calendar has (0000-00-00) is a string.
/// </param>
public sealed record SourceRow(IReadOnlyList<object?> Values);
