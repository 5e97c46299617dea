using PersonalizationEngine.Engine.Administration.Drafts;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Drafts of definitions, one of each at most. What becomes of them is kept in the audit.</summary>
public interface IDrafts
{
    Task<Draft?> FindAsync(string kind, long id, CancellationToken cancellationToken);

    /// <summary>Every draft of a kind, by the id of its definition, without what it says.</summary>
    Task<IReadOnlyList<DraftNote>> WaitingAsync(string kind, CancellationToken cancellationToken);

    /// <summary>Keeps the draft in place of the revision before it; for revision 1 there must be none.</summary>
    /// <returns>False when there is another revision than that by now.</returns>
    Task<bool> SaveAsync(string kind, Draft draft, CancellationToken cancellationToken);

    /// <returns>False when there is another revision by now, or none.</returns>
    Task<bool> ApproveAsync(string kind, long id, int revision, string by, DateTimeOffset at, CancellationToken cancellationToken);

    Task<bool> RemoveAsync(string kind, long id, string by, DateTimeOffset at, CancellationToken cancellationToken);
}
