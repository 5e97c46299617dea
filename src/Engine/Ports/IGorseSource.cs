using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Sync.Gorse;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What Gorse is to be told, page by page in an order that can be continued.</summary>
public interface IGorseSource
{
    /// <summary>Items changed after the position, earliest change first.</summary>
    Task<IReadOnlyList<ChangedItem>> ItemsAsync(ChangePosition after, int limit, CancellationToken cancellationToken);

    /// <summary>People changed after the position, earliest change first.</summary>
    Task<IReadOnlyList<ChangedPerson>> PeopleAsync(ChangePosition after, int limit, CancellationToken cancellationToken);

    /// <summary>Merges of people in the order of their ids.</summary>
    Task<IReadOnlyList<MergedPeople>> MergesAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>Acts in the order of their ids, whether or not they were on an item.</summary>
    Task<IReadOnlyList<StoredAct>> ActsAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>The last act before the first one received after the instant; 0 when there is none.</summary>
    Task<long> LastActBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken);

    /// <summary>Everybody in the order of their ids.</summary>
    Task<IReadOnlyList<string>> PersonIdsAsync(string after, int limit, CancellationToken cancellationToken);

    /// <summary>Those of the people who are there.</summary>
    Task<IReadOnlyList<SyncedPerson>> FindAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken);

    /// <summary>All the people did on items, each one's acts in order of time; what they did before they were deleted is not theirs any more.</summary>
    IAsyncEnumerable<ItemActivity> HistoriesAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken);
}
