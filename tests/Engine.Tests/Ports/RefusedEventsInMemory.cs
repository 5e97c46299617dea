using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class RefusedEventsInMemory : IRefusedEvents
{
    public List<RefusedEvent> Waiting { get; } = [];

    public Task<IReadOnlyList<RefusedEvent>> ListAsync(long afterId, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RefusedEvent>>([.. Waiting.Where(one => one.Id > afterId).Take(limit)]);

    public Task<IReadOnlyList<RefusedEvent>> FindAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RefusedEvent>>([.. Waiting.Where(one => ids.Contains(one.Id))]);

    public Task RemoveAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        Waiting.RemoveAll(one => ids.Contains(one.Id));
        return Task.CompletedTask;
    }
}
