using System.Collections.Concurrent;

namespace PersonalizationEngine.Functions.Tests.OpenApi.Driving;

/// <summary>What operations were answered, and what was wrong with it.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<(string Operation, int Status), int> _answers = new();
    private readonly ConcurrentDictionary<string, (int Count, double Seconds)> _times = new();

    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>What was refused though it fits the document, by operation and reason.</summary>
    public ConcurrentDictionary<string, int> Refused { get; } = new();

    public IReadOnlyDictionary<int, int> Statuses => _answers.GroupBy(one => one.Key.Status).ToDictionary(group => group.Key, group => group.Sum(one => one.Value));

    public int Total => _answers.Values.Sum();

    public void Count(ApiOperation operation, int status, TimeSpan took)
    {
        _answers.AddOrUpdate((operation.Id, status), 1, (_, count) => count + 1);
        _times.AddOrUpdate(operation.Id, (1, took.TotalSeconds), (_, known) => (known.Count + 1, known.Seconds + took.TotalSeconds));
    }

    /// <summary>Operations none of whose answers was a good one.</summary>
    public IEnumerable<string> NeverGood(ApiDescription api) =>
        api.Operations.Select(operation => operation.Id).Where(id => !_answers.Any(one => one.Key.Operation == id && one.Key.Status < 400));

    /// <summary>Whether an operation that takes long may have its turn: the slow ones get fewer.</summary>
    public bool IsDue(ApiOperation operation, Random random)
    {
        const double Usual = 0.03;
        return !_times.TryGetValue(operation.Id, out var known) || known.Count < 10 || random.NextDouble() < Usual / (known.Seconds / known.Count);
    }

    public string Slowest => string.Join(", ", _times.OrderByDescending(one => one.Value.Seconds).Take(8).Select(one => $"{one.Key} {one.Value.Count}× {one.Value.Seconds:0.0} s"));
}
