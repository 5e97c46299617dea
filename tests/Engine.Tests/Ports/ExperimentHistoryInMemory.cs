using PersonalizationEngine.Engine.Experiments.Facts;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

/// <summary>Of one experiment, whichever is asked for.</summary>
internal sealed class ExperimentHistoryInMemory : IExperimentHistory
{
    public List<WeightChange> Weights { get; } = [];

    public List<GuardrailStop> Stops { get; } = [];

    public Task<IReadOnlyList<WeightChange>> ReadWeightsAsync(long experimentId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<WeightChange>>([.. Weights]);

    public Task AddWeightsAsync(long experimentId, WeightChange change, CancellationToken cancellationToken)
    {
        Weights.Add(change);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<GuardrailStop>> ReadStopsAsync(long experimentId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<GuardrailStop>>([.. Stops]);

    public Task AddStopAsync(long experimentId, GuardrailStop stop, CancellationToken cancellationToken)
    {
        Stops.Add(stop);
        return Task.CompletedTask;
    }
}
