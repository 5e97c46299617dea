using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Engine.Experiments.Facts;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Who was served what, and what they did then.</summary>
public interface IExperimentFacts
{
    /// <summary>Everybody served a variant before an instant, each once.</summary>
    Task<IReadOnlyList<ExposedPerson>> ReadExposedAsync(long experimentId, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>
    /// What exposed people did from their exposure on and before an instant, by day, and what they did in a time before their exposure.
    /// People served several variants may be told of more than once.
    /// </summary>
    /// <param name="before">How long before the exposure; zero for not at all.</param>
    Task<IReadOnlyList<PersonAmount>> ReadAmountsAsync(
        long experimentId, ExperimentMetric metric, DateTimeOffset until, TimeSpan before, CancellationToken cancellationToken);

    /// <summary>Everybody who did anything in a time.</summary>
    Task<IReadOnlyList<string>> ReadActiveAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>What people did in a time, exposed or not; each person once.</summary>
    Task<IReadOnlyList<PersonAmount>> ReadAmountsAsync(
        ExperimentMetric metric, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The person each of these ids leads to; ids never seen are left out.</summary>
    Task<IReadOnlyDictionary<string, string>> FindPeopleAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}
