using System.Net.Sockets;
using EmbeddedHost.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;

namespace EmbeddedHost.Hosting;

/// <summary>Opens the port.</summary>
internal static class Listening
{
    /// <summary>Starts the app's services and the server. The address, with the real port, is told on standard output.</summary>
    /// <exception cref="StartRefusedException">The address cannot be had.</exception>
    public static async Task StartAsync(WebApplication app, HostSettings settings, TextWriter output, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            throw new StartRefusedException(
                $"Port {settings.Port} of {settings.Address} is taken: choose another with SERVER_PORT, 0 for any free one.");
        }
        catch (SocketException failure) when (
            failure.SocketErrorCode is SocketError.AccessDenied or SocketError.AddressNotAvailable)
        {
            throw new StartRefusedException(
                $"{settings.Address} (SERVER_HOST), port {settings.Port} (SERVER_PORT), cannot be opened: {failure.Message}.");
        }

        foreach (var url in app.Urls) await output.WriteLineAsync($"Listening on {url}");
    }
}
