namespace PersonalizationEngine.Engine.Leads;

public enum LeadSort
{
    /// <summary>The warmest first.</summary>
    Warmest,

    /// <summary>The coldest first.</summary>
    Coldest,

    /// <summary>Who was seen last comes first; without those never seen.</summary>
    SeenLast,
}
