using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Engine.Experiments.Facts;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

/// <summary>Exposed people and what each did, by metric.</summary>
internal sealed class ExperimentFactsInMemory : IExperimentFacts
{
    public List<ExposedPerson> Exposed { get; } = [];

    public Dictionary<string, List<PersonAmount>> Amounts { get; } = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<ExposedPerson>> ReadExposedAsync(long experimentId, DateTimeOffset until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ExposedPerson>>([.. Exposed.Where(person => person.At < until)]);

    public Task<IReadOnlyList<PersonAmount>> ReadAmountsAsync(
        long experimentId, ExperimentMetric metric, DateTimeOffset until, TimeSpan before, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PersonAmount>>([.. Of(metric).Where(amount => before > TimeSpan.Zero || !amount.IsBefore)]);

    public Task<IReadOnlyList<string>> ReadActiveAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. Exposed.Select(person => person.PersonId)]);

    public Task<IReadOnlyList<PersonAmount>> ReadAmountsAsync(
        ExperimentMetric metric, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PersonAmount>>(Of(metric));

    public Task<IReadOnlyDictionary<string, string>> FindPeopleAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

    private List<PersonAmount> Of(ExperimentMetric metric) => Amounts.GetValueOrDefault(metric.Key) ?? [];
}
