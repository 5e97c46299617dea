using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Engine.Ingestion;

/// <summary>The two fields every event may bring, whoever sends it.</summary>
internal static class EventEnvelope
{
    public static string EventId(DocumentReader reader, Receipt receipt) =>
        reader.Id("event_id") ?? reader.Id("id") ?? receipt.DefaultEventId;

    /// <summary>
    /// When it happened, to the millisecond, as the store keeps it; the time of receipt when the sender does not say.
    /// </summary>
    public static DateTimeOffset At(DocumentReader reader, Receipt receipt)
    {
        var at = reader.Instant("timestamp") ?? receipt.ReceivedAt;
        if (at > receipt.JudgedAt + Receipt.FutureTolerance) reader.Fault("timestamp", "must be at most 5 minutes in the future");
        return DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
    }
}
