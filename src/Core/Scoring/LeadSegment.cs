namespace PersonalizationEngine.Core.Scoring;

/// <summary>How warm a lead is, coldest first.</summary>
public enum LeadSegment
{
    ColdLead,
    WarmLead,
    HotLead,
    SalesReady,
}
