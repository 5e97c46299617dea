using PersonalizationEngine.Engine.Experiments.Facts;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What experiments did by themselves.</summary>
public interface IExperimentHistory
{
    /// <summary>The weights of a bandit, in the order of their instants.</summary>
    Task<IReadOnlyList<WeightChange>> ReadWeightsAsync(long experimentId, CancellationToken cancellationToken);

    Task AddWeightsAsync(long experimentId, WeightChange change, CancellationToken cancellationToken);

    /// <summary>Why it was paused, in the order of the instants.</summary>
    Task<IReadOnlyList<GuardrailStop>> ReadStopsAsync(long experimentId, CancellationToken cancellationToken);

    Task AddStopAsync(long experimentId, GuardrailStop stop, CancellationToken cancellationToken);
}
