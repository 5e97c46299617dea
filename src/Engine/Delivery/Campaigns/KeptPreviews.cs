using System.Collections.Concurrent;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Engine.Delivery.Campaigns;

/// <summary>
/// Previews of stored campaigns, counted behind the page that shows them and kept for a minute: to ask 100,000 people takes seconds,
/// and the page looks again until they are there. One is counted at a time.
/// </summary>
public sealed class KeptPreviews(PreviewCampaign preview, JustErased erased, TimeProvider time) : IDisposable
{
    private const int Sample = 20;

    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1), Patience = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<(long Id, int Version), Task<Kept>> _kept = new();
    private readonly SemaphoreSlim _turn = new(1);

    /// <returns>Null while it is counted.</returns>
    public async Task<CampaignPreview?> FindAsync(Stored<Campaign> campaign, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var (of, work) in _kept)
            if (work.IsCompletedSuccessfully && now - (await work).At >= Freshness) _kept.TryRemove(of, out _);

        var asked = (campaign.Id, campaign.Version);
        var counted = _kept.GetOrAdd(asked, _ => Task.Run(() => CountAsync(campaign.Value), CancellationToken.None));
        // A small store has it before anybody could look again.
        await Task.WhenAny(counted, Task.Delay(Patience, time, cancellationToken));
        if (!counted.IsCompleted) return null;
        if (!counted.IsCompletedSuccessfully) _kept.TryRemove(asked, out _);
        var (_, found) = await counted;
        return erased.IsEmpty ? found : found with { Sample = [.. found.Sample.Where(one => !erased.Contains(one.PersonId))] };
    }

    public void Dispose() => _turn.Dispose();

    private async Task<Kept> CountAsync(Campaign campaign)
    {
        await _turn.WaitAsync();
        try
        {
            var found = await preview.RunBehindAsync(campaign, Sample, CancellationToken.None);
            return new Kept(time.GetUtcNow(), found);
        }
        finally
        {
            _turn.Release();
        }
    }

    private sealed record Kept(DateTimeOffset At, CampaignPreview Found);
}
