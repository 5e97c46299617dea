using System.Net;
using System.Net.Sockets;
using PersonalizationEngine.Engine.Delivery.Posting;

namespace PersonalizationEngine.Adapters.Webhooks;

/// <summary>The two ways out: to addresses that ops set, and to addresses that customers name, which must be public ones.</summary>
internal static class WebhookClients
{
    public const string Trusted = "webhooks", Guarded = "webhooks_public";

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    public static SocketsHttpHandler Handler(bool isGuarded, int concurrency) => new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        MaxConnectionsPerServer = concurrency,
        ConnectTimeout = ConnectTimeout,
        // A signed request goes where it was meant to go, or nowhere.
        AllowAutoRedirect = false,
        UseCookies = false,
        // Through a proxy we would not see whom we reach.
        UseProxy = !isGuarded,
        ConnectCallback = isGuarded ? ConnectPublicAsync : null,
    };

    /// <summary>
    /// The name is resolved once, here, and the very addresses that were looked at are connected to: a name that means something
    /// else a moment later gains nothing. One private address among them refuses all.
    /// </summary>
    private static async ValueTask<Stream> ConnectPublicAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var end = context.DnsEndPoint;
        var addresses = IPAddress.TryParse(end.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(end.Host, cancellationToken);
        if (addresses.Length == 0) throw new SocketException((int)SocketError.HostNotFound);
        if (!addresses.All(PublicAddresses.Contains)) throw new PrivateAddressException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
