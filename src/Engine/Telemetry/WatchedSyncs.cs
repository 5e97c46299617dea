namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>Synchronisations that are switched on, and how they are run so that it is known how far they have come.</summary>
public sealed class WatchedSyncs(StandingRecords records, TimeProvider time, IEnumerable<string> names)
{
    public const string Behaviour = "behaviour", Interactions = "interactions", Customers = "customers", Gorse = "gorse";

    public IReadOnlyList<string> Names { get; } = [.. names];

    /// <summary>A run; where it comes to its end, all that was there when it began has been taken over.</summary>
    /// <param name="read">Gives how many rows were moved, and whether the run came to its end.</param>
    /// <param name="behind">What is so young is left to the next run.</param>
    public async Task<T> RunAsync<T>(
        string sync, Func<Task<T>> work, Func<T, (long Rows, bool Succeeded)> read, TimeSpan behind, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        var began = time.GetUtcNow();
        var batch = new SyncBatch(began, TimeSpan.Zero, 0, false);
        try
        {
            var done = await RunFigures.OfSyncAsync(sync, work, read);
            var (rows, succeeded) = read(done);
            batch = batch with { Rows = rows, Succeeded = succeeded };
            if (succeeded) await records.WriteAsync(RecordOf(sync), began - behind, cancellationToken);
            return done;
        }
        finally
        {
            await records.WriteAsync(BatchOf(sync), (batch with { Took = time.GetUtcNow() - began }).ToString(), cancellationToken);
        }
    }

    /// <summary>Null before the first run.</summary>
    public async Task<SyncBatch?> LastBatchAsync(string sync, CancellationToken cancellationToken) =>
        SyncBatch.Parse(await records.ReadAsync(BatchOf(sync), cancellationToken));

    /// <summary>The instant up to which everything has been taken over; null before the first run that came to its end.</summary>
    public Task<DateTimeOffset?> WatermarkAsync(string sync, CancellationToken cancellationToken) => records.ReadInstantAsync(RecordOf(sync), cancellationToken);

    internal static string RecordOf(string sync) => $"sync.{sync}";

    private static string BatchOf(string sync) => $"batch.{sync}";
}
