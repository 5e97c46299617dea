namespace PersonalizationEngine.Engine.Sync.Customers.Mapping;

/// <summary>How changes of a table are found.</summary>
public enum ReadingWay
{
    /// <summary>All of it is read, again and again.</summary>
    Whole,

    /// <summary>Rows whose time of change is past the last one seen, less an overlap.</summary>
    ByTime,

    /// <summary>Rows whose number is past the last one seen, less an overlap; changes of older rows are not seen.</summary>
    ById,
}
