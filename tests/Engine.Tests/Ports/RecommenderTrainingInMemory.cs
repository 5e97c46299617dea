using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations.Training;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class RecommenderTrainingInMemory : IRecommenderTraining
{
    public Disturbance Disturbance { get; } = new();

    public Task LoadAsync(CancellationToken cancellationToken) => Disturbance.PassAsync();

    public bool IsDue { get; set; }

    public Task<bool> AdoptAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public ModelReport Report() => new(null, null, null, null, 0);

    public async Task<TrainingSummary> TrainAsync(CancellationToken cancellationToken)
    {
        await Disturbance.PassAsync();
        return new TrainingSummary(0, 0, 0, TimeSpan.Zero);
    }
}
