using System.Collections.Concurrent;
using Dapper;
using MySqlConnector;

namespace PersonalizationEngine.RealSystems.Outages;

/// <summary>Sends an event every 50 ms, remembers which were acknowledged, and looks for them in the end.</summary>
internal sealed class EventSender(EngineUnderTest engine, int people)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentBag<string> _acknowledged = [];

    public int Acknowledged => _acknowledged.Count;

    public async Task RunAsync(CancellationToken stopping)
    {
        var under = new List<Task>();
        for (var number = 0; !stopping.IsCancellationRequested; number++)
        {
            under.Add(SendAsync($"outage-{number}", $"u{number % people}"));
            await Task.Delay(Every, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(under);
    }

    /// <returns>Acknowledged events that are not stored, and events stored more than once.</returns>
    public async Task<(long Lost, long Doubled)> CheckAsync(string connectionString)
    {
        await using var connection = new MySqlConnection(connectionString);
        var stored = (await connection.QueryAsync<string>("select event_id from events where event_id like 'outage-%'")).ToList();
        var known = stored.ToHashSet(StringComparer.Ordinal);
        return (_acknowledged.Count(id => !known.Contains(id)), stored.Count - known.Count);
    }

    private async Task SendAsync(string eventId, string user)
    {
        if (await engine.SendAsync(eventId, user)) _acknowledged.Add(eventId);
    }
}
