using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Personalization.Playbooks;

namespace PersonalizationEngine.Functions.Schedules;

public sealed partial class RefreshPlaybookSchedule(PlaybookKeeper playbooks, ILogger<RefreshPlaybookSchedule> logger)
{
    /// <summary>Every minute; reads only a version number unless another instance has changed something.</summary>
    [Function("RefreshPlaybook")]
    public async Task RunAsync([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        if (await playbooks.RefreshAsync(cancellationToken)) Log.Refreshed(logger, playbooks.Current.Version);
    }

    private static partial class Log
    {
        [LoggerMessage(203, LogLevel.Information, "Rules and experiments of version {Version} are in force.")]
        public static partial void Refreshed(ILogger logger, long version);
    }
}
