using PersonalizationEngine.Engine.Delivery.Suppressions;

namespace PersonalizationEngine.Engine.Delivery.ProviderEvents;

/// <summary>An event with all that was found out about it.</summary>
/// <param name="Message">Null when none has its id.</param>
/// <param name="Address">As told, or else the person's by now.</param>
/// <param name="People">Whom it is about.</param>
internal sealed record FoundEvent(DeliveryEvent Told, KnownMessage? Message, ChannelAddress? Address, IReadOnlyList<string> People)
{
    public DeliveryEventType Type => Told.Type;

    public string? Channel => Told.Channel ?? Message?.Channel ?? Address?.Channel;
}
