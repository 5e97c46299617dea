using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Sync.Gorse;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>
/// Gorse, as far as it is told things. Everything it is told takes the place of what it was told before: doing anything twice is
/// doing it once. What its rules do not admit is left out and logged.
/// </summary>
public interface IGorse
{
    Task PutUsersAsync(IReadOnlyCollection<SyncedPerson> people, CancellationToken cancellationToken);

    /// <summary>With their interests. Those it does not know are no fault.</summary>
    Task DeleteUsersAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken);

    /// <summary>Deleted items too, as hidden ones.</summary>
    Task PutItemsAsync(IReadOnlyCollection<ItemChange> items, CancellationToken cancellationToken);

    Task PutInterestsAsync(IReadOnlyCollection<Interest> interests, CancellationToken cancellationToken);
}
