using System.Net;
using Microsoft.Extensions.Configuration;

namespace PersonalizationEngine.Functions.GraphQl.Access;

/// <summary>Where the host of this process listens, as it tells in WEBSITE_HOSTNAME: never what a request says of it.</summary>
internal static class OwnAddress
{
    /// <returns>Null where the host told nothing.</returns>
    public static Uri? Of(IConfiguration configuration)
    {
        if (configuration["WEBSITE_HOSTNAME"] is not { Length: > 0 } name || !Uri.TryCreate($"https://{name}/", UriKind.Absolute, out var address))
            return null;
        var isHere = address.IsLoopback || (IPAddress.TryParse(address.DnsSafeHost, out var ip) && IPAddress.IsLoopback(ip));
        return isHere ? new UriBuilder(address) { Scheme = Uri.UriSchemeHttp, Port = name.Contains(':') ? address.Port : 80 }.Uri : address;
    }
}
