using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>The people there are, as they were last seen.</summary>
public interface ISeenPeople
{
    /// <summary>Everybody seen since an instant and not deleted, one after the other.</summary>
    /// <param name="since">Null for everybody, those whom only the CDP knows and nobody has seen yet among them.</param>
    IAsyncEnumerable<string> IdsAsync(DateTimeOffset? since, CancellationToken cancellationToken);

    /// <summary>Those of some people that are still there, in any order.</summary>
    Task<IReadOnlyList<PersonWithConsents>> ReadAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken);
}
