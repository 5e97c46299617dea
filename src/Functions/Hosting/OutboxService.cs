using Microsoft.Extensions.Hosting;
using PersonalizationEngine.Engine.Personalization.Outbox;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Empties the outbox of decisions, and once more when the process ends.</summary>
internal sealed class OutboxService(DecisionOutbox outbox) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => outbox.RunAsync(stoppingToken);
}
