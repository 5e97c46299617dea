using System.Buffers.Text;
using System.Text;
using PersonalizationEngine.Engine.Delivery.Suppressions;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Admin.Suppressions;

/// <summary>Where a list of suppressions goes on: behind an address, for they have no numbers.</summary>
internal static class SuppressionCursor
{
    private const int MaxLength = 500;

    public static string Of(ChannelAddress last) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{last.Channel} {last.Address}"));

    /// <summary>Null for the first page.</summary>
    public static ChannelAddress? Read(QueryReader query)
    {
        if (query.Text("cursor", MaxLength) is not { } cursor) return null;
        if (Base64Url.IsValid(cursor) && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(' ', 2) is [var channel, var address])
            return new ChannelAddress(channel, address);
        query.Fault("cursor", "must be a next_cursor of an earlier answer");
        return null;
    }
}
