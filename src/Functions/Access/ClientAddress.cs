using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace PersonalizationEngine.Functions.Access;

/// <summary>Where a request comes from.</summary>
internal static class ClientAddress
{
    private const string Header = "X-Forwarded-For";

    /// <param name="proxies">
    /// How many of the addresses at the end of the header our own proxies wrote. What stands before them anybody may have written.
    /// </param>
    public static string Of(HttpRequest request, int proxies)
    {
        var direct = request.HttpContext.Connection.RemoteIpAddress;
        if (proxies == 0) return Network(direct);
        var told = request.Headers[Header].SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries)).ToList();
        // Some proxies, Azure's among them, write the port as well.
        return Network(told.Count >= proxies && IPEndPoint.TryParse(told[^proxies], out var point) ? point.Address : direct);
    }

    /// <summary>One household has 64 bits of IPv6 addresses to itself: they count as one.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
