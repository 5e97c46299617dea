using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Redis;

/// <summary>The people of the store, with a count of how often it was asked, and a way to take it away.</summary>
internal sealed class PeopleCounted(IPeople people) : IPeople
{
    private int _reads;

    public int Reads => Volatile.Read(ref _reads);

    public bool Fails { get; set; }

    public TimeSpan Delay { get; set; }

    public static void Wrap(IServiceCollection services)
    {
        var inner = services.Last(service => service.ServiceType == typeof(IPeople));
        services.Remove(inner);
        services.AddSingleton<IPeople>(provider => new PeopleCounted(
            (IPeople)ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!)));
    }

    public async Task<PersonWithConsents?> FindAsync(string identity, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        if (Delay > TimeSpan.Zero) await Task.Delay(Delay, cancellationToken);
        return Fails ? throw new IOException("The store is away.") : await people.FindAsync(identity, cancellationToken);
    }

    public Task<IReadOnlyList<KeptAssignment>> KeptByStrangerAsync(string identity, CancellationToken cancellationToken) =>
        people.KeptByStrangerAsync(identity, cancellationToken);
}
