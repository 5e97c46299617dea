using System.Net;
using System.Net.Sockets;
using EmbeddedHost.Settings;

namespace EmbeddedHost.Hosting;

/// <summary>
/// Makes sure that the address can be had before anything of the app is started. Asking the server would start the app's
/// services first, and a refusal would be logged with a stack trace.
/// </summary>
internal static class Listening
{
    public static void Check(HostSettings settings, StartFaults faults)
    {
        try
        {
            using var socket = new Socket(settings.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(settings.Address, settings.Port));
            socket.Listen();
        }
        catch (SocketException refusal) when (refusal.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            faults.Add($"Port {settings.Port} of {settings.Address} is taken: give SERVER_PORT another, or 0 for any free one.");
        }
        catch (SocketException refusal)
        {
            faults.Add($"SERVER_HOST {settings.Address}, SERVER_PORT {settings.Port} cannot be opened: {refusal.Message}.");
        }
    }
}
