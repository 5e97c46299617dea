using System.Text.Json.Serialization;

namespace PersonalizationEngine.Adapters.Fcm;

/// <summary>The body of <c>messages:send</c>, as far as we use it.</summary>
internal sealed record FcmRequest(FcmMessage Message);

internal sealed record FcmMessage(string Token, FcmNotification Notification, IReadOnlyDictionary<string, string> Data)
{
    public FcmAndroid? Android { get; init; }

    public FcmApns? Apns { get; init; }

    public FcmWebpush? Webpush { get; init; }
}

internal sealed record FcmNotification(string? Title, string Body, string? Image);

/// <param name="Ttl">Seconds with an s.</param>
internal sealed record FcmAndroid(string CollapseKey, string Priority, string? Ttl, FcmAndroidNotification Notification);

/// <param name="Tag">A later notification with the same tag takes the place of this one.</param>
internal sealed record FcmAndroidNotification(string Tag);

internal sealed record FcmApns(IReadOnlyDictionary<string, string> Headers, FcmApnsPayload Payload, FcmImage? FcmOptions);

internal sealed record FcmApnsPayload(FcmAps Aps);

internal sealed record FcmAps([property: JsonPropertyName("sound")] string Sound, [property: JsonPropertyName("mutable-content")] int? MutableContent);

internal sealed record FcmImage(string Image);

internal sealed record FcmWebpush(IReadOnlyDictionary<string, string> Headers, FcmLink? FcmOptions);

internal sealed record FcmLink(string Link);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FcmRequest))]
internal sealed partial class FcmJson : JsonSerializerContext;
