using Microsoft.Extensions.Hosting;
using PersonalizationEngine.Engine.OtherProcesses;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Listens to the other processes of the installation for as long as this one runs.</summary>
internal sealed class HearNewsService(HearNews news) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => news.RunAsync(stoppingToken), stoppingToken);
}
