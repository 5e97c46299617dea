using GraphQL.DataLoader;

namespace PersonalizationEngine.Functions.GraphQl.Loading;

/// <summary>
/// Collects what the fields of one level ask for and reads it at once when the first of them needs it: a page of people costs
/// as many questions as one person. Lives for one request.
/// </summary>
/// <param name="read">Is given every key once.</param>
internal sealed class BatchLoader<TKey, TValue>(Func<IReadOnlyCollection<TKey>, CancellationToken, Task<Func<TKey, TValue>>> read)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, Batch> _batches = [];
    private Batch? _open;

    /// <param name="show">Makes the field's value of what was read.</param>
    public IDataLoaderResult<TShown> Load<TShown>(TKey key, Func<TValue, TShown> show)
    {
        lock (_lock)
        {
            if (!_batches.TryGetValue(key, out var batch))
            {
                batch = _open ??= new Batch(this);
                batch.Keys.Add(key);
                _batches[key] = batch;
            }

            return new Pending<TShown>(batch, key, show);
        }
    }

    private Task<Func<TKey, TValue>> ReadAsync(Batch batch, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_open == batch) _open = null;
            return batch.Reading ??= read(batch.Keys, cancellationToken);
        }
    }

    private sealed class Batch(BatchLoader<TKey, TValue> loader)
    {
        public List<TKey> Keys { get; } = [];

        public Task<Func<TKey, TValue>>? Reading { get; set; }

        public Task<Func<TKey, TValue>> ReadAsync(CancellationToken cancellationToken) => loader.ReadAsync(this, cancellationToken);
    }

    private sealed class Pending<TShown>(Batch batch, TKey key, Func<TValue, TShown> show) : IDataLoaderResult<TShown>
    {
        public async Task<TShown> GetResultAsync(CancellationToken cancellationToken = default) =>
            show((await batch.ReadAsync(cancellationToken))(key));

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken);
    }
}
