using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class RecommenderTrainingInMemory : IRecommenderTraining
{
    public Disturbance Disturbance { get; } = new();

    public Task LoadAsync(CancellationToken cancellationToken) => Disturbance.PassAsync();

    public async Task<TrainingSummary> TrainAsync(CancellationToken cancellationToken)
    {
        await Disturbance.PassAsync();
        return new TrainingSummary(0, 0, 0, TimeSpan.Zero);
    }
}
