using System.Collections.Concurrent;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Campaigns;

/// <summary>
/// Whether runs were paused or stopped while their messages go out, asked again every half second: who stops a campaign means the
/// messages that were taken already, too. Thread-safe.
/// </summary>
internal sealed class HeldRuns(ICampaignRuns runs, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private readonly long _begun = time.GetTimestamp();
    private readonly ConcurrentDictionary<(CampaignRunKey Run, long Look), Lazy<Task<bool>>> _looks = [];

    public Task<bool> HasAsync(CampaignRunKey run, CancellationToken cancellationToken)
    {
        // They were open when their messages were taken.
        var look = time.GetElapsedTime(_begun).Ticks / Every.Ticks;
        return look == 0
            ? Task.FromResult(false)
            : _looks.GetOrAdd((run, look), _ => new Lazy<Task<bool>>(async () =>
                await runs.FindAsync(run, cancellationToken) is { Status: RunStatus.Paused or RunStatus.Cancelled })).Value;
    }
}
