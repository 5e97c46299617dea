namespace PersonalizationEngine.Engine.Ingestion.Planning;

/// <summary>What a batch has to know of the store before it can be planned.</summary>
public sealed record IngestionQuestion(
    EventSource Source, IReadOnlySet<string> EventIds, IReadOnlySet<string> Identities, IReadOnlySet<string> ItemIds)
{
    /// <summary>
    /// Set when visitors are stored as they were counted up to then: asks who has done nothing else, and leaves consents alone.
    /// </summary>
    public DateTimeOffset? CountedUntil { get; init; }

    /// <summary>Ids that events say are one person's.</summary>
    public IReadOnlySet<(string KnownId, string Alias)> Links { get; init; } = new HashSet<(string, string)>();

    public static IngestionQuestion Of(EventSource source, IEnumerable<IncomingEvent> events)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var identities = new HashSet<string>(StringComparer.Ordinal);
        var items = new HashSet<string>(StringComparer.Ordinal);
        var links = new HashSet<(string, string)>();
        foreach (var incoming in events)
        {
            links.UnionWith(incoming.Links);
            ids.Add(incoming.EventId);
            foreach (var identity in incoming.Identities) identities.Add(identity);
            if (incoming.CatalogueItemId is { } item) items.Add(item);
        }

        return new IngestionQuestion(source, ids, identities, items) { Links = links };
    }
}
