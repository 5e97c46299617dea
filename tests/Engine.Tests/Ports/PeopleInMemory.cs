using System.Collections.Concurrent;
using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class PeopleInMemory : IPeople
{
    private readonly ConcurrentDictionary<string, PersonWithConsents> _people = new(StringComparer.Ordinal);

    public Disturbance Disturbance { get; } = new();

    public void Put(string identity, string? personId = null, string? name = null, params (string Purpose, bool Granted)[] said) => _people[identity] = new PersonWithConsents(
        PersonRecord.New(personId ?? identity, Timing.Noon) with { Contact = new() { Name = name } },
        [.. said.Select(word => new ConsentRecord(personId ?? identity, word.Purpose, word.Granted, Timing.Noon))]);

    public async Task<PersonWithConsents?> FindAsync(string identity, CancellationToken cancellationToken)
    {
        await Disturbance.PassAsync();
        return _people.GetValueOrDefault(identity);
    }

    public Task<IReadOnlyList<KeptAssignment>> KeptByStrangerAsync(string identity, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<KeptAssignment>>([]);
}
