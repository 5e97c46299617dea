using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations.Training;

namespace PersonalizationEngine.Adapters.Tests.Embedded;

internal sealed class ModelsInMemory : IModelStore
{
    private readonly SortedDictionary<long, StoredModel> _models = [];

    public bool IsAway { get; set; }

    public int Count => _models.Count;

    public Task<long?> FindNewestAsync(CancellationToken cancellationToken) =>
        Task.FromResult<long?>(_models.Count == 0 ? null : _models.Keys.Last());

    public Task<StoredModel?> ReadAsync(long version, CancellationToken cancellationToken) =>
        Task.FromResult(_models.GetValueOrDefault(version));

    public Task SaveAsync(StoredModel model, CancellationToken cancellationToken)
    {
        if (IsAway) throw new IOException("away");
        _models[model.Version] = model;
        return Task.CompletedTask;
    }
}
