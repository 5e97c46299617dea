namespace PersonalizationEngine.Engine.Ingestion;

/// <summary>An event that could not be taken, kept until it is replayed or too old.</summary>
/// <param name="Id">0 before it is stored.</param>
/// <param name="Key">Sender and id, or a hash of the payload when it brought no id, so that a retry does not pile up copies.</param>
/// <param name="Payload">As it came; bytes that are no UTF-8 are replaced.</param>
/// <param name="Field">Where the fault is; empty for the whole event.</param>
public sealed record RefusedEvent(
    long Id, EventSource Source, string Key, string Payload, string Field, string Reason, DateTimeOffset ReceivedAt);
