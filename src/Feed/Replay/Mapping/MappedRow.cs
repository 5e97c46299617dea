using PersonalizationEngine.Feed.Sending;

namespace PersonalizationEngine.Feed.Replay.Mapping;

/// <summary>What came of a row: its events, or why it has none.</summary>
internal readonly record struct MappedRow(IReadOnlyList<WireEvent> Events, string? Fault)
{
    public static MappedRow Of(IReadOnlyList<WireEvent> events) =>
        events.All(wireEvent => wireEvent.IsSendable) ? new(events, null) : Wrong("an event larger than a request can hold");

    public static MappedRow Wrong(string fault) => new([], fault);
}
