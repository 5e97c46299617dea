namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

internal sealed class AssignmentReasonEnum() : WireEnum(
    "AssignmentReason", "Why somebody has the variant they have.",
    "allocated", "kept", "forced", "released", "not_allocated", "not_targeted", "filtered_out", "prerequisite_not_met", "held_out",
    "no_hash_value", "retired", "tester", "outside_dates", "not_running");
