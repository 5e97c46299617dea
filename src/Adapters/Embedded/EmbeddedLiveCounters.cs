using System.Collections.Concurrent;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Live;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Adapters.Embedded;

/// <summary>
/// Live counters in the memory of this process, for installations where it is the only one. Each bucket of five minutes holds
/// at most a fixed number of people; who comes later in it is not counted. Old buckets go as a whole.
/// </summary>
public sealed class EmbeddedLiveCounters : ILiveCounters, IPersonalPlace
{
    /// <summary>Most people counted in one bucket of five minutes.</summary>
    public const int PeoplePerBucket = 20_000;

    private readonly ConcurrentDictionary<long, Dictionary<string, LiveCounts>> _buckets = [];

    public void Add(IReadOnlyCollection<LiveAct> acts)
    {
        foreach (var act in acts)
        {
            var people = PeopleOf(act.Bucket);
            lock (people)
            {
                if (OfPerson(people, act.PersonId) is { } counts) counts.Add(act.Factor, 1);
            }
        }
    }

    public void Merge(string fromPersonId, string toPersonId, DateTimeOffset now)
    {
        foreach (var people in _buckets.Values)
        {
            lock (people)
            {
                if (people.Remove(fromPersonId, out var counts)) OfPerson(people, toPersonId)?.Add(counts);
            }
        }
    }

    public Task<LiveCounts?> ReadAsync(string personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sum = new LiveCounts();
        for (var bucket = LiveWindow.Oldest(now); bucket <= LiveWindow.BucketOf(now); bucket++)
        {
            if (!_buckets.TryGetValue(bucket, out var people)) continue;
            lock (people)
            {
                if (people.TryGetValue(personId, out var counts)) sum.Add(counts);
            }
        }

        return Task.FromResult<LiveCounts?>(sum);
    }

    string IPersonalPlace.Name => "live_counters";

    Task<IReadOnlyList<HeldElsewhere>?> IPersonalPlace.FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var held = new List<HeldElsewhere>();
        foreach (var (bucket, people) in _buckets)
        {
            lock (people)
            {
                foreach (var id in ids)
                {
                    if (people.TryGetValue(id, out var counts))
                        held.Add(new HeldElsewhere($"acts of five minutes from {DateTimeOffset.UnixEpoch + (bucket * LiveWindow.Grain):O}", id, AttributeJson.ToJson(counts.ToAttributes())));
                }
            }
        }

        return Task.FromResult<IReadOnlyList<HeldElsewhere>?>(held);
    }

    Task<bool> IPersonalPlace.ForgetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        foreach (var people in _buckets.Values)
        {
            lock (people)
            {
                foreach (var id in ids) people.Remove(id);
            }
        }

        return Task.FromResult(true);
    }

    private static LiveCounts? OfPerson(Dictionary<string, LiveCounts> people, string personId)
    {
        if (people.TryGetValue(personId, out var known)) return known;
        return people.Count < PeoplePerBucket ? people[personId] = new LiveCounts() : null;
    }

    private Dictionary<string, LiveCounts> PeopleOf(long bucket)
    {
        if (_buckets.TryGetValue(bucket, out var known)) return known;
        foreach (var old in _buckets.Keys.Where(key => key <= bucket - LiveWindow.Buckets)) _buckets.TryRemove(old, out _);
        return _buckets.GetOrAdd(bucket, static _ => new Dictionary<string, LiveCounts>(StringComparer.Ordinal));
    }
}
