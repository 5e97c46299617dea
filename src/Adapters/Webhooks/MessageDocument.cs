using System.Text.Json;
using System.Text.Json.Serialization;
using PersonalizationEngine.Engine.Delivery.Sending;

namespace PersonalizationEngine.Adapters.Webhooks;

/// <summary>The body that providers are sent; nothing in it changes from one attempt to the next.</summary>
internal sealed record MessageDocument(string Type, DateTimeOffset Timestamp, MessageDocument.MessageData Data)
{
    public static byte[] Write(OutgoingMessage message)
    {
        var content = message.Content;
        var data = new MessageData(
            message.MessageId, message.Channel, message.Address, message.PersonId, content.Subject, content.Text, content.Html, content.Url,
            content.ImageUrl, content.Headers.Count == 0 ? null : content.Headers, content.Data.Count == 0 ? null : content.Data, message.Topic,
            message.Source.Length == 0 ? null : new MessageSource(message.Source, message.SourceId), message.IsCritical, message.ExpiresAt);
        return JsonSerializer.SerializeToUtf8Bytes(
            new MessageDocument("message.send", message.CreatedAt, data), MessageJson.Default.MessageDocument);
    }

    internal sealed record MessageData(
        string MessageId, string Channel, string To, string UserId, string? Subject, string Text, string? Html, string? Url, string? ImageUrl,
        IReadOnlyDictionary<string, string>? Headers, IReadOnlyDictionary<string, string>? Data, string? Topic, MessageSource? Source,
        bool Critical, DateTimeOffset? ExpiresAt);

    internal sealed record MessageSource(string Type, long Id);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MessageDocument))]
internal sealed partial class MessageJson : JsonSerializerContext;
