using System.Security.Cryptography;
using System.Text;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.Cdp;

namespace PersonalizationEngine.Engine.Delivery.ProviderEvents;

/// <summary>
/// Emails opened and clicked as the deeds scores count. A message is opened once, and clicked once for each of its links, whoever
/// tells of it and however often: the provider and our own link may both do.
/// </summary>
internal static class EmailActivity
{
    private const int LongestUrl = 2048, DigitsOfUrl = 16;

    public static CustomerActivity Of(string type, DateTimeOffset at, string personId, string messageId, string? url)
    {
        var details = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { ["message_id"] = messageId };
        if (url is { Length: <= LongestUrl }) details["url"] = url;
        var mark = url is null ? "" : $":{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url)))[..DigitsOfUrl]}";
        return new CustomerActivity(
            $"{type}:{messageId}{mark}", at, personId, new Activity(at, ActivityOrigin.Cdp, type), AttributeJson.ToJson(new AttributeMap(details)), null, AttributeMap.Empty);
    }
}
