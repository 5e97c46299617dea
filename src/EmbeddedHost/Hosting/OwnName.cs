using System.Net;
using Microsoft.Extensions.Configuration;

namespace EmbeddedHost.Hosting;

/// <summary>
/// Where the app can reach its own functions, in <c>WEBSITE_HOSTNAME</c> as on Azure. Whatever the environment says of it: an
/// app that trusts the name with its keys must not be sent elsewhere.
/// </summary>
internal static class OwnName
{
    private const string Setting = "WEBSITE_HOSTNAME";

    public static void Tell(IConfiguration configuration, IEnumerable<string> urls)
    {
        if (urls.FirstOrDefault() is not { } url) return;
        var listening = new Uri(url);
        // Every address of the machine is no address to ask at.
        var isEvery = IPAddress.TryParse(listening.DnsSafeHost, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));
        configuration[Setting] = isEvery ? $"localhost:{listening.Port}" : listening.Authority;
    }
}
