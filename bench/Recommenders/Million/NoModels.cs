using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations.Training;

namespace PersonalizationEngine.Recommenders.Million;

/// <summary>A store that forgets at once: what is measured is the process, and it is to train from nothing.</summary>
internal sealed class NoModels : IModelStore
{
    /// <summary>Of the models stored last.</summary>
    public int Bytes { get; private set; }

    public Task<long?> FindNewestAsync(CancellationToken cancellationToken) => Task.FromResult<long?>(null);

    public Task<StoredModel?> ReadAsync(long version, CancellationToken cancellationToken) => Task.FromResult<StoredModel?>(null);

    public Task SaveAsync(StoredModel model, CancellationToken cancellationToken)
    {
        Bytes = model.Content.Length;
        return Task.CompletedTask;
    }
}
