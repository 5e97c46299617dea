using System.Net;
using System.Net.Sockets;

namespace PersonalizationEngine.Engine.Delivery.Posting;

/// <summary>
/// Which addresses belong to the public internet. The rest is somebody's own network, ours perhaps: an address that a customer
/// names must not make us knock there. After the special-purpose registries of IANA.
/// </summary>
public static class PublicAddresses
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3"), SixToFour = IPNetwork.Parse("2002::/16"),
        Nat64 = IPNetwork.Parse("64:ff9b::/96"), Compatible = IPNetwork.Parse("::/96");

    public static bool Contains(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (Embedded(address) is { } inner) return Contains(inner);
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && !Global.Contains(address)) return false;
        foreach (var network in NotPublic)
            if (network.Contains(address)) return false;
        return true;
    }

    /// <summary>An IPv4 address that traffic to this one ends up at; null for any other.</summary>
    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return null;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (Nat64.Contains(address) || Compatible.Contains(address)) return At(bytes, 12);
        return SixToFour.Contains(address) ? At(bytes, 2) : null;
    }

    private static IPAddress At(ReadOnlySpan<byte> bytes, int start) => new(bytes.Slice(start, 4));
}
