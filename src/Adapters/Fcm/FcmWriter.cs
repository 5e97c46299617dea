using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Engine.Delivery.PushTokens;
using PersonalizationEngine.Engine.Delivery.Sending;

namespace PersonalizationEngine.Adapters.Fcm;

/// <summary>
/// A push message in the words of each platform. FCM knows no idempotency key; the message id as collapse key lets the device
/// show a message once that came twice.
/// </summary>
internal static class FcmWriter
{
    /// <summary>FCM keeps nothing for longer.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(28);

    /// <summary>Keys that FCM keeps for itself.</summary>
    private static readonly string[] Reserved = ["from", "message_type"], ReservedPrefixes = ["google.", "gcm."];

    public static byte[] Write(OutgoingMessage message, DateTimeOffset now)
    {
        var content = message.Content;
        var data = content.Data.Where(pair => !IsReserved(pair.Key)).ToDictionary(StringComparer.Ordinal);
        data["message_id"] = message.MessageId;
        if (content.Url is { } url) data["url"] = url;
        var life = message.ExpiresAt is { } end ? TimeSpan.FromTicks(Math.Clamp((end - now).Ticks, 0, LongestLife.Ticks)) : (TimeSpan?)null;
        var body = new FcmMessage(message.Address, new FcmNotification(content.Subject, content.Text, content.ImageUrl), data)
        {
            Android = IsFor(PushPlatforms.Android) ? Android(message, life) : null,
            Apns = IsFor(PushPlatforms.Ios) ? Apns(message, life, now) : null,
            Webpush = IsFor(PushPlatforms.Web) ? Web(message, life) : null,
        };
        return JsonSerializer.SerializeToUtf8Bytes(new FcmRequest(body), FcmJson.Default.FcmRequest);

        bool IsFor(string platform) => message.Platform is null || message.Platform == platform;
    }

    private static FcmAndroid Android(OutgoingMessage message, TimeSpan? life) => new(
        message.MessageId, message.IsCritical ? "high" : "normal", life is { } span ? Seconds(span) + "s" : null, new FcmAndroidNotification(message.MessageId));

    private static FcmApns Apns(OutgoingMessage message, TimeSpan? life, DateTimeOffset now)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["apns-collapse-id"] = message.MessageId,
            ["apns-priority"] = message.IsCritical ? "10" : "5",
        };
        if (life is { } span) headers["apns-expiration"] = (now + span).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var image = message.Content.ImageUrl;
        // Without it the extension that fetches the picture is not asked.
        return new FcmApns(headers, new FcmApnsPayload(new FcmAps("default", image is null ? null : 1)), image is null ? null : new FcmImage(image));
    }

    private static FcmWebpush Web(OutgoingMessage message, TimeSpan? life)
    {
        // A topic has 32 characters at most.
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Topic"] = message.MessageId.Length <= 32 ? message.MessageId : message.MessageId[^32..],
            ["Urgency"] = message.IsCritical ? "high" : "normal",
        };
        if (life is { } span) headers["TTL"] = Seconds(span);
        // FCM refuses a message whose link is not over TLS.
        var link = message.Content.Url is { } url && url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? new FcmLink(url) : null;
        return new FcmWebpush(headers, link);
    }

    private static bool IsReserved(string key) => Reserved.Contains(key, StringComparer.Ordinal)
        || ReservedPrefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));

    private static string Seconds(TimeSpan span) => ((long)span.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
