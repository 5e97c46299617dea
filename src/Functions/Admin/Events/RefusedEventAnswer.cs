using PersonalizationEngine.Engine.Ingestion;

namespace PersonalizationEngine.Functions.Admin.Events;

/// <param name="Field">Where the fault is; empty for the whole event.</param>
/// <param name="Payload">The event as it came.</param>
internal sealed record RefusedEventAnswer(
    long Id, string Source, string EventId, string Field, string Reason, string Payload, DateTimeOffset ReceivedAt)
{
    public static RefusedEventAnswer Of(RefusedEvent refused) => new(
        refused.Id, refused.Source.Name(), refused.Key, refused.Field, refused.Reason, refused.Payload, refused.ReceivedAt);
}
