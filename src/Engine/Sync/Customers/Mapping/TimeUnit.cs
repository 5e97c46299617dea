namespace PersonalizationEngine.Engine.Sync.Customers.Mapping;

/// <summary>What a number that is an instant counts since 1970.</summary>
public enum TimeUnit
{
    Seconds,
    Milliseconds,
}
