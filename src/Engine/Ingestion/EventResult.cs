namespace PersonalizationEngine.Engine.Ingestion;

/// <summary>What became of one event of a batch.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Field">Where the fault is; null unless refused, empty for the whole event.</param>
/// <param name="Reason">Why it was refused or ignored.</param>
public sealed record EventResult(int Index, string EventId, EventStatus Status, string? Field = null, string? Reason = null)
{
    /// <summary>What of an event that counts was not done as it says; null when all was.</summary>
    public string? Warning { get; init; }
}
