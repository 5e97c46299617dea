namespace PersonalizationEngine.Engine.Leads;

public enum LeadSort
{
    /// <summary>The warmest first.</summary>
    Warmest,

    /// <summary>The coldest first.</summary>
    Coldest,

    /// <summary>Who was seen last comes first; without those never seen.</summary>
    SeenLast,

    /// <summary>Who gained the most points within a week comes first.</summary>
    Rising,

    /// <summary>Who lost the most points within a week comes first.</summary>
    Falling,
}
