namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

internal sealed class SlotReasonEnum() : WireEnum(
    "SlotReason", "Why a slot shows what it shows.",
    "rule_matched", "fallback", "empty");
