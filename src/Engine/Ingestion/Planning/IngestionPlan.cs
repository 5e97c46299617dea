using PersonalizationEngine.Engine.Identity;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Engine.Ingestion.Planning;

/// <summary>All that a batch changes in the store, to be written in one transaction.</summary>
/// <param name="EventIds">To be remembered, so that they count once.</param>
/// <param name="Duplicates">Indices of events that counted before.</param>
/// <param name="People">New and changed ones, whole.</param>
/// <param name="Owners">Identities that are new or have a new owner.</param>
public sealed record IngestionPlan(
    EventSource Source,
    IReadOnlyList<string> EventIds,
    IReadOnlySet<int> Duplicates,
    IReadOnlyCollection<PersonRecord> People,
    IReadOnlyDictionary<string, string> Owners,
    IReadOnlyList<PersonMerge> Merges,
    IReadOnlyList<ActivityRecord> Activities,
    IReadOnlyCollection<ConsentRecord> Consents,
    IReadOnlyCollection<ItemChange> Items,
    IReadOnlyList<ConversionRecord> Conversions)
{
    /// <summary>Indices of events of which nothing is kept, with the reason.</summary>
    public IReadOnlyDictionary<int, string> Ignored { get; init; } = WhyIgnored.None;

    /// <summary>What was said about consent, with the id it came with in the place of the person; the last word of each.</summary>
    public IReadOnlyCollection<ConsentRecord> Words { get; init; } = [];

    /// <summary>By the index of the event that said so.</summary>
    public IReadOnlyDictionary<int, RefusedLink> RefusedLinks { get; init; } = new Dictionary<int, RefusedLink>();

    /// <summary>Who logged in on which device, where that was new.</summary>
    public IReadOnlyCollection<(string Device, string KnownId)> Logins { get; init; } = [];

    /// <summary>What the web analytics system has counted of people in this plan.</summary>
    public IReadOnlyList<MetVisitor> Visitors { get; init; } = [];

    /// <summary>Of people of whom nothing is known but what this plan holds.</summary>
    public IReadOnlyList<PersonScore> Scores { get; init; } = [];

    /// <summary>Everybody whose next decision may differ, those that were merged away among them.</summary>
    public IEnumerable<string> AffectedPeople => People.Select(person => person.PersonId).Concat(Merges.Select(merge => merge.From));
}
