namespace PersonalizationEngine.Engine.Sync.Customers.Mapping;

/// <summary>What a trait or attribute is read as.</summary>
public enum CellType
{
    /// <summary>As the column is: numbers are numbers, BIT(1) and TINYINT(1) of 0 or 1 are flags, the rest is text.</summary>
    Auto,

    Text,
    Number,
    Flag,
    Instant,

    /// <summary>A text that holds JSON.</summary>
    Json,
}
