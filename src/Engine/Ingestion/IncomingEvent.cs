namespace PersonalizationEngine.Engine.Ingestion;

/// <summary>An event that was read without fault.</summary>
/// <param name="EventId">Its own id, or one derived from the request.</param>
/// <param name="At">When it happened.</param>
public abstract record IncomingEvent(string EventId, DateTimeOffset At)
{
    /// <summary>Every id of a person or device it names.</summary>
    public virtual IEnumerable<string> Identities => [];

    /// <summary>Ids that it says are one person's.</summary>
    public virtual IEnumerable<(string KnownId, string Alias)> Links => [];

    /// <summary>The item whose facts it brings, if it does.</summary>
    public virtual string? CatalogueItemId => null;
}
