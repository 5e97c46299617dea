using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Engine.Scoring;

/// <summary>No web analytics system is connected: activities come by webhook alone, and the store is not asked for what was counted.</summary>
public sealed class NoWebBehaviour : IWebBehaviourStore
{
    private static readonly ILookup<string, WebBehaviour> Nobody = Array.Empty<WebBehaviour>().ToLookup(_ => "");

    public Task<ILookup<string, WebBehaviour>> OfPeopleAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken) =>
        Task.FromResult(Nobody);

    public Task<IReadOnlyDictionary<string, long>> FingerprintsAsync(
        IReadOnlyCollection<string> visitorIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, long>>(new Dictionary<string, long>());

    public Task KeepAsync(IReadOnlyCollection<string> visitorIds, DateTimeOffset run, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<ForgottenVisitors> ForgetAsync(
        DateTimeOffset run, string after, int batch, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(ForgottenVisitors.None);
}
