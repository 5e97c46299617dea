using System.Net;
using System.Net.Sockets;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Webhooks;

internal sealed class DnsAddresses : IHostAddresses
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<IPAddress>> FindAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (Exception exception) when (exception is SocketException or TimeoutException or ArgumentException)
        {
            return [];
        }
    }
}
