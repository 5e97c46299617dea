using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Suppressions;
using PersonalizationEngine.Engine.Ingestion;

namespace PersonalizationEngine.Engine.Delivery.ProviderEvents;

/// <summary>Reads what a provider sends; docs/delivery-events.md is the contract.</summary>
public static class DeliveryEventReader
{
    private const int LongestId = 200, LongestDetail = 500, LongestUrl = 2048, LongestReply = 2000;

    private static readonly string[] Bounces = ["hard", "soft"];

    public static Parsed<DeliveryEvent> Read(JsonElement json, Receipt receipt)
    {
        var reader = new DocumentReader(json);
        var type = reader.OneOf("type", [.. DeliveryEventTypes.All], required: true);
        var id = reader.Id("event_id") ?? receipt.DefaultEventId;
        var message = reader.Text("message_id", LongestId, allowEmpty: true);
        var provider = reader.Text("provider_message_id", LongestId, allowEmpty: true);
        var channel = reader.OneOf("channel", [.. Channels.All]);
        var address = Address(reader, ref channel);
        var soft = reader.OneOf("bounce", Bounces) == "soft";
        var detail = reader.Text("detail", LongestDetail, allowEmpty: true);
        var url = reader.Text("url", LongestUrl, allowEmpty: true);
        var text = reader.Text("text", LongestReply, required: type == "reply");
        var at = At(reader, receipt);
        if (message is null && provider is null && address is null && reader.Faults.Count == 0)
            reader.Fault("message_id", "is required, or provider_message_id, or address with its channel: what the event is about");
        return Parsed.From(reader, () => new DeliveryEvent(id, DeliveryEventTypes.Parse(type!), at, message, provider, address, channel)
        {
            IsSoft = soft,
            Detail = detail,
            Url = url,
            Text = text,
        });
    }

    private static DateTimeOffset At(DocumentReader reader, Receipt receipt)
    {
        var at = reader.Instant("occurred_at") ?? receipt.ReceivedAt;
        if (at > receipt.JudgedAt + Receipt.FutureTolerance) reader.Fault("occurred_at", "must be at most 5 minutes in the future");
        return DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
    }

    /// <summary>An address without a channel is an email's when it looks like one, and else a phone's.</summary>
    private static ChannelAddress? Address(DocumentReader reader, ref string? channel)
    {
        if (reader.Text("address", ChannelAddress.MaxLength, allowEmpty: true) is not { } text) return null;
        channel ??= text.Contains('@', StringComparison.Ordinal) ? "email" : "sms";
        if (ChannelAddress.Of(channel, text) is { } address) return address;
        reader.Fault("address", ChannelAddress.Accepted(channel));
        return null;
    }
}
