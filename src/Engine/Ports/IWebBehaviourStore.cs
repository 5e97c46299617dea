using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>
/// What the web analytics system has counted, as of the last synchronisation; written with the people it is about by
/// <see cref="IIngestionStore"/>.
/// </summary>
public interface IWebBehaviourStore
{
    /// <summary>Of all ids that lead to these people; people without any are left out.</summary>
    Task<ILookup<string, WebBehaviour>> OfPeopleAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken);

    /// <summary>By the visitor's own id, the <see cref="BehaviourFingerprint"/> of what is stored; those never seen are left out.</summary>
    Task<IReadOnlyDictionary<string, long>> FingerprintsAsync(IReadOnlyCollection<string> visitorIds, CancellationToken cancellationToken);

    /// <summary>Notes that a run met these visitors and that nothing about them had changed.</summary>
    Task KeepAsync(IReadOnlyCollection<string> visitorIds, DateTimeOffset run, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets at most <paramref name="batch"/> visitors, in the order of their ids, that no run since that one has met; their
    /// people are due for rescoring.
    /// </summary>
    /// <param name="after">Where the batch before ended; empty for the first one.</param>
    Task<ForgottenVisitors> ForgetAsync(DateTimeOffset run, string after, int batch, DateTimeOffset now, CancellationToken cancellationToken);
}
