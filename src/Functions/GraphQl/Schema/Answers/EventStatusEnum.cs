namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

internal sealed class EventStatusEnum() : WireEnum(
    "EventStatus", "What became of an event.",
    "accepted", "duplicate", "refused", "ignored");
