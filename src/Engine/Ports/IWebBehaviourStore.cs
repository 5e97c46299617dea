using PersonalizationEngine.Core.Profiles.Factors;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>
/// What the web analytics system has counted, as of the last synchronisation; written with the people it is about by
/// <see cref="IIngestionStore"/>.
/// </summary>
public interface IWebBehaviourStore
{
    /// <summary>Of all ids that lead to these people; people without any are left out.</summary>
    Task<ILookup<string, WebBehaviour>> OfPeopleAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken);

    /// <summary>By the visitor's own id; those never seen are left out.</summary>
    Task<IReadOnlyDictionary<string, WebBehaviour>> OfVisitorsAsync(IReadOnlyCollection<string> visitorIds, CancellationToken cancellationToken);

    /// <summary>Notes that a run met these visitors and that nothing about them had changed.</summary>
    Task KeepAsync(IReadOnlyCollection<string> visitorIds, DateTimeOffset run, CancellationToken cancellationToken);

    /// <summary>Forgets at most <paramref name="batch"/> visitors that no run since that one has met; their people are due for rescoring.</summary>
    /// <returns>The people concerned; none when nobody is left to forget.</returns>
    Task<IReadOnlyList<string>> ForgetAsync(DateTimeOffset run, int batch, DateTimeOffset now, CancellationToken cancellationToken);
}
