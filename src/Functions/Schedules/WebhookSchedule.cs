using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Engine.Delivery.Endpoints.Changes;
using PersonalizationEngine.Engine.Schedules;

namespace PersonalizationEngine.Functions.Schedules;

public sealed class WebhookSchedule(PublishChanges publish, SendWebhooks send, SharedJobs jobs)
{
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(50);

    /// <summary>Every minute: what happened is made into messages to customers' endpoints, and what is due is sent.</summary>
    [Function(SendWebhooks.JobName)]
    public async Task RunAsync([TimerTrigger("35 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        await jobs.RunAsync(SendWebhooks.JobName, Spacing, SendAsync, cancellationToken);
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        await publish.RunAsync(cancellationToken);
        await send.RunAsync(cancellationToken);
    }
}
