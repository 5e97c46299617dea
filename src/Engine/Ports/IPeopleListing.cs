using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Everybody there is, a page at a time.</summary>
public interface IPeopleListing
{
    /// <summary>People with their consents in the order of their ids, after the given one; without those deleted and not seen since.</summary>
    Task<IReadOnlyList<PersonWithConsents>> ListAsync(string afterId, int limit, CancellationToken cancellationToken);

    /// <summary>How many <see cref="ListAsync"/> would list in all.</summary>
    Task<long> CountAsync(CancellationToken cancellationToken);
}
