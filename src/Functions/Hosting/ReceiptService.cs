using Microsoft.Extensions.Hosting;
using PersonalizationEngine.Engine.Decisions;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Stores receipts of decisions, and what is left of them when the process ends.</summary>
internal sealed class ReceiptService(KeepDecisions receipts) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => receipts.RunAsync(stoppingToken);
}
