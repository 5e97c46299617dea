using PersonalizationEngine.Engine.Identity;
using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Engine.Ingestion.Planning;

/// <summary>The store's answer to an <see cref="IngestionQuestion"/>.</summary>
/// <param name="KnownEventIds">Those that were counted before.</param>
/// <param name="Owners">Identity to the person it belongs to; an identity never seen is absent.</param>
/// <param name="People">The owners, by person id.</param>
/// <param name="Consents">Of the owners, by person and purpose.</param>
/// <param name="ItemUpdates">When each known item's facts date from.</param>
public sealed record IngestionKnowledge(
    IReadOnlySet<string> KnownEventIds,
    IReadOnlyDictionary<string, string> Owners,
    IReadOnlyDictionary<string, PersonRecord> People,
    IReadOnlyDictionary<(string PersonId, string Purpose), ConsentRecord> Consents,
    IReadOnlyDictionary<string, DateTimeOffset> ItemUpdates)
{
    /// <summary>Owners of one id only who did nothing that the count of it does not hold, where <see cref="IngestionQuestion.CountedUntil"/> is set.</summary>
    public IReadOnlySet<string> CountedAlone { get; init; } = new HashSet<string>();

    /// <summary>Identities of the question whose people were erased: nothing is stored about them.</summary>
    public IReadOnlySet<string> Erased { get; init; } = new HashSet<string>();

    /// <summary>What limits go by, where the batch may join ids.</summary>
    public LinkHistory History { get; init; } = LinkHistory.None;

    /// <summary>Owners of whom nothing must be counted, where <see cref="IngestionQuestion.CountedUntil"/> is set.</summary>
    public IReadOnlySet<string> Refusing { get; init; } = new HashSet<string>();
}
