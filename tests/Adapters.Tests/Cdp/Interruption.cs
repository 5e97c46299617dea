using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Cdp;

/// <summary>Does something around certain writes of a run, whichever of the three ports they go through.</summary>
/// <param name="at">Which of them, counted from 1.</param>
internal sealed class Interruption(Func<int, bool> at, bool before, Action act)
{
    private int _writes;

    public Interruption(int atWrite, bool before, Action act)
        : this(write => write == atWrite, before, act)
    {
    }

    public int Writes => _writes;

    public void Install(IServiceCollection services)
    {
        Wrap<IIngestionStore>(services, inner => new Ingestion(inner, this));
        Wrap<ISyncedRecords>(services, inner => new Records(inner, this));
        Wrap<ISyncPositions>(services, inner => new Positions(inner, this));
    }

    private static void Wrap<T>(IServiceCollection services, Func<T, T> wrap)
        where T : class
    {
        var original = services.Last(service => service.ServiceType == typeof(T)).ImplementationType!;
        services.AddSingleton(provider => wrap((T)ActivatorUtilities.CreateInstance(provider, original)));
    }

    private async Task<T> AroundAsync<T>(Func<Task<T>> write)
    {
        var isIt = at(++_writes);
        if (isIt && before) act();
        var result = await write();
        if (isIt && !before) act();
        return result;
    }

    private sealed class Ingestion(IIngestionStore inner, Interruption interruption) : IIngestionStore
    {
        public Task<IngestionPlan> ApplyAsync(
            IngestionQuestion question, Func<IngestionKnowledge, IngestionPlan> plan, IReadOnlyList<RefusedEvent> refused,
            CancellationToken cancellationToken) =>
            interruption.AroundAsync(() => inner.ApplyAsync(question, plan, refused, cancellationToken));
    }

    private sealed class Records(ISyncedRecords inner, Interruption interruption) : ISyncedRecords
    {
        public Task<IReadOnlyDictionary<string, long>> FindAsync(string source, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
            inner.FindAsync(source, ids, cancellationToken);

        public Task WriteAsync(string source, IReadOnlyDictionary<string, long> fingerprints, CancellationToken cancellationToken) =>
            interruption.AroundAsync(async () =>
            {
                await inner.WriteAsync(source, fingerprints, cancellationToken);
                return true;
            });

        public Task<long> CountAsync(string source, CancellationToken cancellationToken) => inner.CountAsync(source, cancellationToken);

        public Task<IReadOnlyList<string>> ListAsync(string source, string? after, int limit, CancellationToken cancellationToken) =>
            inner.ListAsync(source, after, limit, cancellationToken);
    }

    private sealed class Positions(ISyncPositions inner, Interruption interruption) : ISyncPositions
    {
        public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) => inner.ReadAsync(name, cancellationToken);

        public Task WriteAsync(string name, string position, CancellationToken cancellationToken) =>
            interruption.AroundAsync(async () =>
            {
                await inner.WriteAsync(name, position, cancellationToken);
                return true;
            });
    }
}
