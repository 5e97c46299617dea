namespace PersonalizationEngine.Engine.Sync.Customers.Mapping;

/// <summary>What the rows of a table are, in the order in which tables are read.</summary>
public enum RecordKind
{
    Items,
    Customers,
    Identities,
    Consents,
    EmailEvents,
    Conversions,
}
