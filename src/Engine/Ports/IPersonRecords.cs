using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Leads;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What is stored of many people, each kind in as many questions as of one.</summary>
public interface IPersonRecords
{
    /// <summary>The people some ids lead to, with their consents and the variants they keep; ids never seen are not in it.</summary>
    Task<IReadOnlyDictionary<string, PersonWithConsents>> FindAsync(IReadOnlyCollection<string> identities, CancellationToken cancellationToken);

    /// <summary>By person, the first linked first.</summary>
    Task<ILookup<string, LinkedIdentity>> IdentitiesAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken);

    /// <summary>By person, the latest first.</summary>
    /// <param name="limit">Most of each person.</param>
    Task<ILookup<string, PastScore>> PastScoresAsync(IReadOnlyCollection<string> personIds, int limit, CancellationToken cancellationToken);
}
