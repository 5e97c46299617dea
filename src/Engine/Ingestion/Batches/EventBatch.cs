namespace PersonalizationEngine.Engine.Ingestion.Batches;

/// <summary>The events of one request. Disposing gives the parsed documents back.</summary>
public sealed class EventBatch(IReadOnlyList<BatchEntry> entries, IReadOnlyList<IDisposable> documents) : IDisposable
{
    /// <summary>Most events in one request.</summary>
    public const int MaxEvents = 1000;

    /// <summary>Most bytes in one request: 1 MiB.</summary>
    public const int MaxBytes = 1024 * 1024;

    public IReadOnlyList<BatchEntry> Entries { get; } = entries;

    public void Dispose()
    {
        foreach (var document in documents) document.Dispose();
    }
}
