using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmbeddedHost.Hosting;

/// <summary>
/// Turns a refused start into one message on standard error and exit code 1, where an exception out of
/// <c>RunAsync</c> would show a stack trace.
/// </summary>
internal sealed class RefusalReportingHost(EmbeddedFunctionsHost host) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => host.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch (StartRefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            Environment.ExitCode = 1;
            Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    public void Dispose() => host.Dispose();
}
