using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Takes people out of the store and keeps them out.</summary>
public interface IErasures
{
    /// <summary>
    /// From its completion on nobody stores anything about the people any more: whoever was writing has finished, and whoever
    /// begins finds the tombstones. Durable, and continued by <see cref="DueAsync"/> if this process dies. Where one of the ids
    /// is erased already, nothing new begins.
    /// </summary>
    /// <param name="ids">Of the people; each one's other ids are looked up.</param>
    /// <param name="because"><see cref="Erasure.Request"/>, or <see cref="Erasure.Inactive"/>, which leaves no tombstones.</param>
    /// <param name="by">Who ordered it, for the audit.</param>
    /// <returns>Null when nothing is held of any of them, and none was erased before.</returns>
    Task<OpenErasure?> BeginAsync(IReadOnlyList<string> ids, string because, string by, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Deletes all rows about the people in small transactions, takes their ids out of what must stay, and counts again.</summary>
    /// <returns>What is left, by section: nothing.</returns>
    Task<IReadOnlyDictionary<string, long>> EraseRowsAsync(PersonIds people, CancellationToken cancellationToken);

    /// <param name="due">When it is to be gone on with; null when it is through, and the ids are sealed no more.</param>
    Task SaveAsync(Erasure erasure, DateTimeOffset? due, CancellationToken cancellationToken);

    Task<OpenErasure?> FindAsync(string erasureId, CancellationToken cancellationToken);

    /// <summary>Erasures to be gone on with at that instant, the oldest first.</summary>
    Task<IReadOnlyList<OpenErasure>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Erasures begun at an instant or later whose ids are still sealed.</summary>
    Task<IReadOnlyList<OpenErasure>> BegunAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Lets an erased person be stored again: takes away all tombstones of the erasure that the id fell under.</summary>
    /// <returns>The erasure as it is now, unchanged when it is not through yet; null when the id is not erased.</returns>
    Task<Erasure?> LiftAsync(string id, string by, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Those of the ids that are erased.</summary>
    Task<IReadOnlySet<string>> ErasedAmongAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>How many tombstones were made with another key, and keep nobody out.</summary>
    Task<long> CountForeignAsync(CancellationToken cancellationToken);
}
