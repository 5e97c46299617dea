namespace PersonalizationEngine.Engine.Sync.Customers.Rows;

/// <summary>A row in the words of the CDP's webhook.</summary>
/// <param name="RecordId">The same whenever the record is read; see <see cref="RecordIds"/>.</param>
/// <param name="Fingerprint">Of what it says; that its row was touched without saying anything new does not change it.</param>
/// <param name="Exact">Of what it says and when, so that a row refused for its time is looked at again when that changes.</param>
/// <param name="Type">Of the event.</param>
/// <param name="Timestamp">As it goes into the event; null when the row tells none, and the time of reading counts.</param>
/// <param name="Data">JSON object in UTF-8.</param>
internal sealed record RowDocument(
    string RecordId, long Fingerprint, long Exact, string Type, string? Timestamp, ReadOnlyMemory<byte> Data)
{
    /// <summary>Whether this is what was remembered of the record.</summary>
    public bool IsKnownAs(long remembered) => remembered == KnownAs.Counted || remembered == Fingerprint || remembered == Exact;
}
