using System.Collections.Concurrent;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Engine.Administration;

namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>
/// Results for those who look at pages: everybody exposed is read for them, so each is kept for a minute and one is worked out at a time.
/// </summary>
public sealed class KeptResults(ReportResults report, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentDictionary<long, KeptReport> _kept = new();

    public async Task<KeptReport> ReadAsync(Stored<Experiment> stored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (Find(stored) is { } kept) return kept;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (Find(stored) is { } meanwhile) return meanwhile;
            foreach (var (id, old) in _kept)
                if (!IsFresh(old)) _kept.TryRemove(id, out _);
            var now = time.GetUtcNow();
            var results = await report.RunAsync(stored.Value with { Id = stored.Id }, ResultQuestion.Usual, cancellationToken);
            var found = new KeptReport(results, stored.Version, now);

            // What is empty costs nothing, and somebody may be waiting for the first person.
            if (results.From is not null) _kept[stored.Id] = found;
            return found;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private KeptReport? Find(Stored<Experiment> stored) =>
        _kept.TryGetValue(stored.Id, out var kept) && kept.Version == stored.Version && IsFresh(kept) ? kept : null;

    private bool IsFresh(KeptReport kept) => time.GetUtcNow() - kept.At is var age && age < Longest && age >= TimeSpan.Zero;
}
