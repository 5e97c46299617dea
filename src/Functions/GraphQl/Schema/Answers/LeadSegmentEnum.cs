namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

internal sealed class LeadSegmentEnum() : WireEnum(
    "LeadSegment", "How warm a lead is, coldest first.",
    "cold_lead", "warm_lead", "hot_lead", "sales_ready");
