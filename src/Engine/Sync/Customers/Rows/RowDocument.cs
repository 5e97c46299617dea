namespace PersonalizationEngine.Engine.Sync.Customers.Rows;

/// <summary>A row in the words of the CDP's webhook.</summary>
/// <param name="RecordId">The same whenever the record is read; see <see cref="RecordIds"/>.</param>
/// <param name="Fingerprint">Of all that was read; never 0.</param>
/// <param name="Type">Of the event.</param>
/// <param name="Timestamp">As it goes into the event; null when the row tells none, and the time of reading counts.</param>
/// <param name="Data">JSON object in UTF-8.</param>
internal sealed record RowDocument(string RecordId, long Fingerprint, string Type, string? Timestamp, ReadOnlyMemory<byte> Data);
