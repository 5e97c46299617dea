using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace EmbeddedHost.Hosting;

/// <summary>
/// Stops the host on SIGTERM, SIGINT and SIGQUIT. The app's <c>ApplicationStopping</c> comes after draining, as on Azure; a
/// second signal ends the process at once.
/// </summary>
internal sealed class SignalLifetime(IHostApplicationLifetime application, Drain drain) : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _signals;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT])
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, OnSignal));
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void OnSignal(PosixSignalContext context)
    {
        if (Interlocked.Increment(ref _signals) > 1) return;
        context.Cancel = true;
        _ = DrainAndStopAsync();
    }

    private async Task DrainAndStopAsync()
    {
        try
        {
            await drain.RunAsync();
        }
        finally
        {
            application.StopApplication();
        }
    }
}
