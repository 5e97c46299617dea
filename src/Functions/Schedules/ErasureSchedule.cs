using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Privacy;
using PersonalizationEngine.Engine.Schedules;

namespace PersonalizationEngine.Functions.Schedules;

public sealed class ErasureSchedule(ErasePeople erase, SharedJobs jobs)
{
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(45);

    /// <summary>Every minute; goes on with erasures that a death or an outage cut off, and looks after each one once more.</summary>
    [Function("ContinueErasures")]
    public async Task RunAsync([TimerTrigger("50 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        await jobs.RunAsync("ContinueErasures", Spacing, erase.ContinueAsync, cancellationToken);
    }
}
