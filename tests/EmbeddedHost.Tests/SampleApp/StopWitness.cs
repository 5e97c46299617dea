using Microsoft.Extensions.Hosting;

namespace SampleApp;

/// <summary>Tells on standard output when the app is stopped.</summary>
public sealed class StopWitness(IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(() => Console.WriteLine("app stops"));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
