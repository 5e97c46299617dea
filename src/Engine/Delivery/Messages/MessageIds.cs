using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PersonalizationEngine.Engine.Delivery.Messages;

/// <summary>Ids of messages follow from what they are, so that planning one twice is planning it once.</summary>
public static class MessageIds
{
    /// <param name="occurrence">Which run of a campaign, which request of a rule.</param>
    public static string Of(string source, long sourceId, long occurrence, string personId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{source}|{sourceId}|{occurrence}|{personId}")), hash);
        return $"msg_{Convert.ToHexStringLower(hash[..16])}";
    }
}
