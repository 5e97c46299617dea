using System.Globalization;
using PersonalizationEngine.Core.Profiles.Live;
using PersonalizationEngine.Engine.Ports;
using StackExchange.Redis;

namespace PersonalizationEngine.Adapters.Redis.Live;

/// <summary>
/// Live counters that all processes share: for each person and hour a hash with a field for each bucket and factor, which is
/// gone an hour after it can last be asked for. Increments are on their way when a call returns, so that whoever hears of the
/// change and reads over Redis finds them.
/// </summary>
public sealed class RedisLiveCounters(RedisCalls calls) : ILiveCounters
{
    private const int BucketsPerHour = LiveWindow.Buckets;

    private static readonly TimeSpan Expiry = TimeSpan.FromHours(3);

    /// <summary>Nobody waits for the counting itself, and a large batch takes its time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Moves all fields of a hash into another in one step, so that nobody sees an act twice or not at all.</summary>
    private const string MoveScript =
        """
        for hour = 1, #KEYS, 2 do
          local fields = redis.call('HGETALL', KEYS[hour])
          if #fields > 0 then
            for field = 1, #fields, 2 do redis.call('HINCRBY', KEYS[hour + 1], fields[field], fields[field + 1]) end
            redis.call('EXPIRE', KEYS[hour + 1], ARGV[1])
            redis.call('DEL', KEYS[hour])
          end
        end
        """;

    /// <summary>All keys of a person that can be there.</summary>
    internal static IEnumerable<RedisKey> KeysOf(RedisOptions options, string personId, DateTimeOffset now)
    {
        var hour = LiveWindow.BucketOf(now) / BucketsPerHour;
        // A process whose clock is ahead may have begun the next hour.
        for (var back = -1; back <= Expiry.TotalHours + 1; back++) yield return KeyOf(options, personId, hour - back);
    }

    public void Add(IReadOnlyCollection<LiveAct> acts)
    {
        var counted = acts.GroupBy(act => act).Select(same => (Act: same.Key, Times: same.Count())).ToList();
        var keys = counted.Select(one => KeyOf(one.Act.PersonId, one.Act.Bucket / BucketsPerHour)).ToHashSet();
        Send(database => Task.WhenAll(
        [
            .. counted.Select(one => (Task)database.HashIncrementAsync(
                KeyOf(one.Act.PersonId, one.Act.Bucket / BucketsPerHour), FieldOf(one.Act), one.Times)),
            .. keys.Select(key => (Task)database.KeyExpireAsync(key, Expiry)),
        ]));
    }

    public void Merge(string fromPersonId, string toPersonId, DateTimeOffset now) => Send(database => database.ScriptEvaluateAsync(
        MoveScript,
        [.. HoursOf(now).SelectMany(hour => new[] { KeyOf(fromPersonId, hour), KeyOf(toPersonId, hour) })],
        [(long)Expiry.TotalSeconds]));

    public Task<LiveCounts?> ReadAsync(string personId, DateTimeOffset now, CancellationToken cancellationToken) => calls.TryAsync<LiveCounts?>(
        async database =>
        {
            var hours = await Task.WhenAll(HoursOf(now).Select(hour => database.HashGetAllAsync(KeyOf(personId, hour))));
            return Sum(hours.SelectMany(fields => fields), LiveWindow.Oldest(now));
        },
        null,
        cancellationToken);

    private static LiveCounts Sum(IEnumerable<HashEntry> fields, long oldest)
    {
        var sum = new LiveCounts();
        foreach (var field in fields)
        {
            var parts = field.Name.ToString().Split(':');
            if (parts.Length == 2
                && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var bucket) && bucket >= oldest
                && Enum.TryParse<LiveFactor>(parts[1], out var factor) && Enum.IsDefined(factor)
                && field.Value.TryParse(out long times))
                sum.Add(factor, times);
        }

        return sum;
    }

    /// <summary>The window reaches into two hours, except just before the next one.</summary>
    private static IEnumerable<long> HoursOf(DateTimeOffset now) =>
        new[] { LiveWindow.Oldest(now) / BucketsPerHour, LiveWindow.BucketOf(now) / BucketsPerHour }.Distinct();

    private static RedisValue FieldOf(LiveAct act) => string.Create(CultureInfo.InvariantCulture, $"{act.Bucket}:{act.Factor}");

    private RedisKey KeyOf(string personId, long hour) => KeyOf(calls.Connection.Options, personId, hour);

    private static RedisKey KeyOf(RedisOptions options, string personId, long hour) =>
        string.Create(CultureInfo.InvariantCulture, $"{options.Prefix}live:v1:{hour}:{personId}");

    private void Send(Func<IDatabase, Task> commands) => _ = calls.TryAsync(
        async database =>
        {
            await commands(database);
            return true;
        },
        false,
        CancellationToken.None,
        Patience);
}
