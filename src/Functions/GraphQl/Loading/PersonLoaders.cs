using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Leads;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Functions.GraphQl.Loading;

/// <summary>What one request reads of people, each kind at once for all of them.</summary>
internal sealed class PersonLoaders(IPersonRecords records, MeasureLead measure)
{
    private readonly Dictionary<int, BatchLoader<string, IReadOnlyList<PastScore>>> _histories = [];

    /// <summary>By any of a person's ids; null for an id never seen.</summary>
    public BatchLoader<string, PersonWithConsents?> People { get; } = new(async (ids, token) =>
    {
        var found = await records.FindAsync(ids, token);
        return id => found.GetValueOrDefault(id);
    });

    /// <summary>The ids that lead to a person.</summary>
    public BatchLoader<string, IReadOnlyList<LinkedIdentity>> Identities { get; } = new(async (people, token) =>
    {
        var found = await records.IdentitiesAsync(people, token);
        return person => [.. found[person]];
    });

    /// <summary>Measured from the sources, now.</summary>
    public BatchLoader<string, LeadMeasurement> Scores { get; } = new(async (people, token) =>
    {
        var measured = await measure.MeasureAsync(people, token);
        return person => measured[person];
    });

    /// <param name="limit">How many of each person, the latest first.</param>
    public BatchLoader<string, IReadOnlyList<PastScore>> Histories(int limit)
    {
        lock (_histories)
        {
            if (_histories.TryGetValue(limit, out var loader)) return loader;
            return _histories[limit] = new BatchLoader<string, IReadOnlyList<PastScore>>(async (people, token) =>
            {
                var found = await records.PastScoresAsync(people, limit, token);
                return person => [.. found[person]];
            });
        }
    }
}
