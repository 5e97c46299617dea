using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Campaigns;

/// <summary>Runs that should be moving and are not.</summary>
public sealed partial class StuckRuns(ICampaignRuns runs, TimeProvider time, ILogger<StuckRuns> logger)
{
    /// <summary>How long a run may do nothing while its audience is taken down or gone through.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private const int MostAtOnce = 100;

    /// <summary>Those that run, whoever carries them.</summary>
    public Task<IReadOnlyList<CampaignRun>> RunningAsync(CancellationToken cancellationToken) =>
        runs.WithStatusAsync([RunStatus.Running], null, MostAtOnce, cancellationToken);

    /// <param name="lastMovedAt">When whoever carries it last did something; null when nobody carries it.</param>
    public bool IsStuck(CampaignRun run, DateTimeOffset? lastMovedAt)
    {
        ArgumentNullException.ThrowIfNull(run);
        var moved = lastMovedAt > run.UpdatedAt ? lastMovedAt.Value : run.UpdatedAt;
        return time.GetUtcNow() - moved >= Patience;
    }

    public void Report(CampaignRun run, string what)
    {
        ArgumentNullException.ThrowIfNull(run);
        Stuck.Add(1);
        Log.Restarted(logger, run.Campaign.Id, run.Occurrence, what);
    }

    private static readonly System.Diagnostics.Metrics.Counter<long> Stuck = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.delivery.stuck_runs", unit: "{run}", description: "Runs of campaigns that a watchdog started again.");

    private static partial class Log
    {
        [LoggerMessage(671, LogLevel.Warning, "Run {Occurrence} of campaign {Campaign} {What}; it is started again where it was.")]
        public static partial void Restarted(ILogger logger, long campaign, long occurrence, string what);
    }
}
